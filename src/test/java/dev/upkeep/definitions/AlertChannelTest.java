package dev.upkeep.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.service.AlertEvent;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertChannelTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "oncall",
        "a tags=shop,team:blue; b events=reminder tags=x",
        "oncall form=telegram events=database.down,margin.low; family; x-1 events=reminder"
      })
  void a_text_comes_back_as_it_was(String text) {
    assertThat(AlertChannel.parse(text).map(AlertChannel::text)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a;",
        "a; a",
        "url",
        "off",
        "default",
        "form",
        "on call",
        "-a",
        "a_b",
        "a form=irc",
        "a events=",
        "a tags=",
        "a tags=a,,b",
        "a tags=!",
        "a events=all,reminder",
        "a events=database.up",
        "a https://example.com",
        "abcdefghijklmnopqrstu",
        "a.b"
      })
  void what_makes_no_sense_is_refused(String text) {
    assertThat(AlertChannel.parse(text)).isEmpty();
  }

  @Test
  void there_are_eight_at_most() {
    String eight = IntStream.range(0, 8).mapToObj(n -> "c" + n).collect(Collectors.joining("; "));

    assertThat(AlertChannel.parse(eight).orElseThrow()).hasSize(8);
    assertThat(AlertChannel.parse(eight + "; c8")).isEmpty();
  }

  @Test
  void one_with_tags_wants_databases_that_have_one_of_them() {
    Database other =
        Database.of(UUID.randomUUID(), "x", new Endpoint.Redis("h", 1, Optional.empty(), true));
    Database shop = other.edit().tags(List.of("Shop")).done();
    AlertChannel picky = new AlertChannel("a").withTags("team:blue,shop").orElseThrow();

    assertThat(picky.wants(shop)).isTrue();
    assertThat(picky.wants(other)).isFalse();
    assertThat(picky.withTags("all").orElseThrow().wants(other)).isTrue();
    assertThat(picky.withEvents("reminder").orElseThrow().tags()).hasSize(2);
  }

  @Test
  void one_without_events_wants_all_of_them() {
    assertThat(new AlertChannel("a").wants(AlertEvent.FULL)).isTrue();
    AlertChannel picky = new AlertChannel("a").withEvents("margin.low").orElseThrow();
    assertThat(picky.wants(AlertEvent.MARGIN)).isTrue();
    assertThat(picky.wants(AlertEvent.FULL)).isFalse();
    assertThat(picky.withEvents("all").orElseThrow().wants(AlertEvent.FULL)).isTrue();
  }
}
