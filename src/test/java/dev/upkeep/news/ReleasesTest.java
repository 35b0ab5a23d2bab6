package dev.upkeep.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.HttpInbox;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleasesTest {
  private static final Releases.Answer NOTHING = new Releases.Answer.Nothing();

  private final HttpInbox api = HttpInbox.start();

  @AfterEach
  void stop() {
    api.close();
  }

  private Releases releases() {
    return Releases.of("somebody/upkeep", Optional.of(URI.create(api.url("")))).orElseThrow();
  }

  @Test
  void the_newest_release_is_asked_for_with_the_name_of_the_program_and_nothing_else() {
    api.answering(200, "{\"tag_name\":\"v1.2.3\",\"assets\":[]}", Map.of());

    assertThat(releases().ask())
        .isEqualTo(new Releases.Answer.Newest(ReleaseVersion.parse("1.2.3").orElseThrow()));
    assertThat(api.all())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.method()).isEqualTo("GET");
          assertThat(mail.path()).isEqualTo("/repos/somebody/upkeep/releases/latest");
          assertThat(mail.body()).isEmpty();
          assertThat(mail.headers()).containsOnlyKeys("host", "user-agent", "content-length");
          assertThat(mail.headers()).containsEntry("user-agent", "Upkeep");
        });
  }

  @Test
  void a_redirect_is_not_followed() {
    api.answering(302, "", Map.of("Location", api.url("/elsewhere")));

    assertThat(releases().ask()).isEqualTo(NOTHING);
    assertThat(api.all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "not JSON",
        "{}",
        "{\"tag_name\":7}",
        "{\"tag_name\":\"nightly\"}",
        "{\"tag_name\":"
      })
  void an_answer_that_names_no_version_is_no_news(String body) {
    api.answering(200, body, Map.of());

    assertThat(releases().ask()).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 429, 500})
  void a_refusal_is_no_news(int status) {
    api.answering(status, "{\"tag_name\":\"v9.0.0\"}", Map.of());

    assertThat(releases().ask()).isEqualTo(NOTHING);
  }

  @Test
  void an_answer_that_is_too_long_is_no_news() {
    String body = "{\"tag_name\":\"v9.0.0\",\"body\":\"" + "x".repeat(1 << 20) + "\"}";
    api.answering(200, body, Map.of());

    assertThat(releases().ask()).isEqualTo(NOTHING);
  }

  @Test
  void where_nobody_listens_nobody_was_asked() {
    Releases releases = releases();
    api.close();

    assertThat(releases.ask()).isEqualTo(new Releases.Answer.NotReached());
  }

  @ParameterizedTest
  @ValueSource(strings = {"OWNER/upkeep", "", "unknown", "a/b/c", "a/b?c=d", "../x", "a b/c"})
  void a_build_that_names_no_repository_has_no_releases(String repository) {
    assertThat(Releases.of(repository, Optional.empty())).isEmpty();
  }

  @Test
  void the_real_ones_are_asked_over_tls() {
    assertThat(Releases.of("somebody/upkeep", Optional.empty()))
        .contains(
            new Releases(
                URI.create("https://api.github.com/repos/somebody/upkeep/releases/latest"),
                "https://github.com/somebody/upkeep/releases"));
  }
}
