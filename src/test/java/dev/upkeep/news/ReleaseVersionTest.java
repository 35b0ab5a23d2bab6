package dev.upkeep.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseVersionTest {
  /// Each is newer than all before it. The middle is the specification's own example.
  private static final List<String> IN_ORDER =
      List.of(
          "0.0.9",
          "0.1.0-SNAPSHOT",
          "0.1.0",
          "0.2.0",
          "0.10.0",
          "1.0.0-0",
          "1.0.0-1",
          "1.0.0-10",
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "1.0.1-rc.99999999999999999999999999",
          "1.0.1",
          "99999999999999999999.0.0");

  private static ReleaseVersion of(String text) {
    return ReleaseVersion.parse(text).orElseThrow();
  }

  @Test
  void versions_stand_in_the_order_of_the_specification() {
    List<ReleaseVersion> mixed =
        new ArrayList<>(IN_ORDER.stream().map(ReleaseVersionTest::of).toList());
    Collections.shuffle(mixed, new Random(7));
    Collections.sort(mixed);

    assertThat(mixed.stream().map(ReleaseVersion::toString)).containsExactlyElementsOf(IN_ORDER);
    for (int i = 1; i < IN_ORDER.size(); i++) {
      assertThat(of(IN_ORDER.get(i)).isNewerThan(of(IN_ORDER.get(i - 1)))).isTrue();
      assertThat(of(IN_ORDER.get(i - 1)).isNewerThan(of(IN_ORDER.get(i)))).isFalse();
    }
  }

  @Test
  void neither_a_v_nor_what_is_said_of_the_build_makes_a_version_newer() {
    assertThat(of("v1.2.3+build.7")).isEqualTo(of("1.2.3")).isEqualTo(of("1.2.3+001"));
    assertThat(of("1.2.3-rc.1+a-b")).isEqualTo(of("v1.2.3-rc.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "1",
        "1.2",
        "1.2.3.4",
        "01.2.3",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3+",
        "1.2.3 ",
        "vv1.2.3",
        "latest",
        "1.2.x",
        "1.2.3-ä",
        "1.2.3\n",
        "-1.2.3",
        "1.2.3-a_b",
        "١.٢.٣"
      })
  void what_is_no_version_is_none(String text) {
    assertThat(ReleaseVersion.parse(text)).isEmpty();
  }

  @Test
  void a_text_without_end_is_no_version() {
    assertThat(ReleaseVersion.parse("1.0.0-" + "a".repeat(1000))).isEmpty();
  }
}
