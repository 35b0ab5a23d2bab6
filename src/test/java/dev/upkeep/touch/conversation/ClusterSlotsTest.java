package dev.upkeep.touch.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterSlotsTest {
  /// The first is the specification's example; all are what `CLUSTER KEYSLOT` answers.
  @ParameterizedTest
  @CsvSource({"123456789, 12739", "foo, 12182", "x{foo}y, 12182", "'{}foo', 9500", "'', 0"})
  void a_key_has_the_slot_that_redis_says(String key, int slot) {
    assertThat(ClusterSlots.of(key)).isEqualTo(slot);
  }

  @Test
  void there_is_a_short_suffix_into_every_single_slot() {
    for (int slot = 0; slot < ClusterSlots.COUNT; slot += 257) {
      BitSet one = new BitSet();
      one.set(slot);
      String suffix = ClusterSlots.suffixInto(one).orElseThrow();
      assertThat(suffix).hasSizeLessThan(8);
      assertThat(ClusterSlots.of("upkeep:last-touch" + suffix)).isEqualTo(slot);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a 10.0.0.8:6379@16379 master - 0 1 1 connected 0-5460",
        "a 10.0.0.8:6379@16379 myself",
        "a 10.0.0.8:6379@16379 myself,slave b 0 1 1 connected",
        "a 10.0.0.8:6379@16379 myself,master - 0 1 1 connected 9-16384 99999 7-3"
      })
  void an_answer_without_slots_of_the_node_tells_nothing(String nodes) {
    assertThat(ClusterSlots.myself(nodes)).isEmpty();
  }
}
