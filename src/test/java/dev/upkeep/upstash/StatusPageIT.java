package dev.upkeep.upstash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.HttpInbox;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StatusPageIT {
  private final HttpInbox page = HttpInbox.start();

  @AfterEach
  void stop() {
    page.close();
  }

  private StatusPage at(String path) {
    return StatusPage.at(URI.create(page.url(path)));
  }

  @Test
  void one_question_is_enough_for_statuspage() {
    page.answering(
        200, "{\"status\": {\"indicator\": \"minor\", \"description\": \"Degraded\"}}", Map.of());

    assertThat(at("").ask()).contains("Degraded");
    assertThat(page.all())
        .extracting(HttpInbox.Mail::method, HttpInbox.Mail::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("GET", "/api/v2/summary.json"));
  }

  @Test
  void better_stack_is_understood_under_a_path_too() {
    page.answering(
        200, "{\"data\": {\"attributes\": {\"aggregate_state\": \"downtime\"}}}", Map.of());

    assertThat(at("/status/").ask()).contains("some services are down");
    assertThat(page.all())
        .extracting(HttpInbox.Mail::path)
        .containsExactly("/status/api/v2/summary.json", "/status/index.json");
  }

  @Test
  void a_page_that_changed_says_nothing() {
    page.answering(200, "<html>All good</html>", Map.of());
    assertThat(at("").ask()).isEmpty();

    page.answering(302, "", Map.of("Location", page.url("/elsewhere")));
    assertThat(at("").ask()).isEmpty();
    assertThat(page.all()).noneMatch(mail -> mail.path().equals("/elsewhere"));
  }

  @Test
  void a_page_that_is_too_long_or_gone_says_nothing() {
    page.answering(200, " ".repeat(600 * 1024) + "{}", Map.of());
    assertThat(at("").ask()).isEmpty();

    page.close();
    assertThat(at("").ask()).isEmpty();
  }

  @Test
  void a_page_that_never_answers_says_nothing_in_the_end() {
    try (BadServer silent = BadServer.start(Behaviours.silent())) {
      assertThat(StatusPage.at(URI.create("http://127.0.0.1:" + silent.port())).ask()).isEmpty();
    }
  }

  @Test
  void plain_http_is_for_this_computer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatusPage.at(URI.create("http://status.example.com")));
  }
}
