package dev.upkeep.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StampTest {
  @Test
  void a_stamp_survives_being_stored() {
    Stamp stamp = new Stamp(Instant.parse("2026-01-02T03:04:05.006789Z"), "github-actions");

    assertThat(stamp.text()).isEqualTo("2026-01-02T03:04:05.006Z github-actions");
    assertThat(Stamp.parse(stamp.text())).contains(stamp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05Z ",
        "2026-01-02T03:04:05Z two words",
        "2026-01-02T03:04:05Z a\u202eb",
        "yesterday laptop",
        "2026-13-02T03:04:05Z laptop"
      })
  void other_text_is_no_stamp(String text) {
    assertThat(Stamp.parse(text)).isEmpty();
  }

  @Test
  void a_label_that_would_break_a_line_is_refused() {
    assertThatThrownBy(() -> new Stamp(Instant.EPOCH, "a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_label_is_what_the_user_says_then_what_runs_us_then_the_host() {
    assertThat(Label.of(Map.of("UPKEEP_LABEL", "attic", "GITHUB_ACTIONS", "true")))
        .isEqualTo("attic");
    assertThat(Label.of(Map.of("UPKEEP_LABEL", " attic\n"))).isEqualTo("attic");
    assertThat(Label.of(Map.of("UPKEEP_LABEL", " ", "GITHUB_ACTIONS", "true")))
        .isEqualTo("github-actions");
    assertThat(Label.of(Map.of("GITHUB_ACTIONS", "true"))).isEqualTo("github-actions");
    assertThat(Label.of(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"))).isEqualTo("kubernetes");
    assertThat(Label.of(Map.of("COMPUTERNAME", "DESKTOP-1"))).isEqualTo("desktop-1");
    assertThat(Stamp.isLabel(Label.of(Map.of()))).isTrue();
  }

  @Test
  void a_label_that_cannot_be_used_is_an_error_that_names_the_variable() {
    assertThatThrownBy(() -> Label.of(Map.of("UPKEEP_LABEL", "my laptop")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UPKEEP_LABEL");
  }

  @Test
  void a_host_name_is_made_to_fit() {
    assertThat(Label.shortName("web-1.example.com\n")).isEqualTo("web-1");
    assertThat(Label.shortName("Zoë's Mac")).isEqualTo("zo-s-mac");
    assertThat(Label.shortName("x".repeat(100))).hasSize(Stamp.MAX_LABEL_LENGTH);
    assertThat(Label.shortName("")).isEqualTo("unknown");
  }
}
