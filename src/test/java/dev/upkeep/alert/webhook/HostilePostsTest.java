package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.http.Request;
import dev.upkeep.json.Json;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names and servers' words that would like to be more than text, in the body of every service.
final class HostilePostsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  static Stream<String> texts() {
    return Stream.concat(
        HostileNames.all(),
        Stream.of(
            "<!channel>",
            "<!everyone|x>",
            "<@U123>",
            "<#C1|general>",
            "@here",
            "@channel @all",
            "<users/all>",
            "<at>everyone</at>",
            "<https://evil.example>",
            "<https://evil.example|shop>",
            "[shop](https://evil.example)",
            "`]} \\",
            "@".repeat(3000)));
  }

  private static AlertText bulletin(String hostile) {
    List<Announcement> announcements = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      announcements.add(
          new Announcement(
              UUID.randomUUID(),
              new AlertSubject(UUID.randomUUID(), hostile, "h.upstash.io", "Upstash"),
              topic,
              topic == Topic.RECOVERED || topic == Topic.REMINDER ? Topic.DOWN : topic,
              NOW,
              NOW.minus(Duration.ofHours(2)),
              3,
              Optional.of(
                  new Announcement.Wrong(FailureKind.SERVER, "It says " + hostile, "Wait.")),
              Optional.of(NOW.plus(Duration.ofDays(2))),
              Margin.Level.QUARTER,
              false));
    }
    return AlertText.of(
        announcements,
        new When(NOW, ZoneOffset.UTC),
        Optional.of(new ProviderReport("Upstash", hostile)));
  }

  /// What is shown, in an address that every service can use.
  private static String shown(WebhookService service, Post post) {
    Request request =
        service.request(
            URI.create("https://h.example/bot1:a/message?chat_id=1&token=t&user=u"), post);
    String body = request.body().orElseThrow();
    assertThat(request.headers().values())
        .as("no text is ever a header")
        .allMatch(value -> value.equals("t") || value.startsWith("application/"));
    return switch (service.word()) {
      case "pushover" -> {
        Map<String, String> form = ServicesIT.form(body);
        assertThat(form.keySet()).containsExactly("token", "user", "title", "message", "priority");
        yield form.get("title") + "\n" + form.get("message");
      }
      case "teams" ->
          ServicesIT.blocks(body).stream()
              .map(
                  block -> block.asObject().orElseThrow().array("inlines").orElseThrow().getFirst())
              .map(run -> run.asObject().orElseThrow().string("text").orElseThrow())
              .collect(Collectors.joining("\n"));
      case "ntfy", "gotify" -> {
        Json.Obj json = WebhookBodiesTest.parsed(body);
        yield json.string("title").orElseThrow() + "\n" + json.string("message").orElseThrow();
      }
      default ->
          WebhookBodiesTest.parsed(body)
              .string(service.word().equals("discord") ? "content" : "text")
              .orElseThrow();
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_text_calls_a_channel_or_breaks_the_body(String hostile) {
    Post post = Posts.of(bulletin(hostile));
    for (WebhookService service : WebhookServices.all()) {
      String shown = shown(service, post);

      assertThat(shown)
          .as(service.word())
          .doesNotContain("@everyone", "@here", "@U123", "@channel", "@all");
      assertThat(shown.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      assertThat(shown.codePoints().filter(c -> c != '\n')).noneMatch(DatabaseName::isInvisible);
      switch (service.word()) {
        case "slack" -> assertThat(shown).doesNotContain("<", ">");
        case "discord", "mattermost", "rocket-chat" -> assertThat(shown).doesNotContain("](");
        case "teams", "google-chat" -> assertThat(shown).doesNotContainPattern("<[^\u200b…]");
        default -> {}
      }
    }
    assertThat(
            WebhookBodiesTest.object("discord", post)
                .object("allowed_mentions")
                .orElseThrow()
                .array("parse"))
        .contains(List.of());
    assertThat(shown(WebhookServices.named("discord").orElseThrow(), post))
        .hasSizeLessThanOrEqualTo(2000);
    List<Json> events = WebhookBodiesTest.object("json", post).array("events").orElseThrow();
    assertThat(events).hasSize(Topic.values().length);
    assertThat(events)
        .allSatisfy(event ->
            assertThat(event.asObject().orElseThrow().string("database"))
                .as("programs get the name as it is")
                .contains(hostile));
  }
}
