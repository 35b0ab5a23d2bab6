package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Post;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.json.Json;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.touch.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names and servers' words that would like to be more than text, in all three bodies.
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
        announcements, NOW, ZoneOffset.UTC, Optional.of(new ProviderReport("Upstash", hostile)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_text_calls_a_channel_or_breaks_the_body(String hostile) {
    Post post = Posts.of(bulletin(hostile));
    for (String form : List.of("slack", "discord", "json")) {
      Json.Obj body = WebhookBodiesTest.object(form, post);
      String shown = body.string(form.equals("discord") ? "content" : "text").orElseThrow();

      assertThat(shown).as(form).doesNotContain("@everyone", "@here", "@U123");
      assertThat(shown.codePoints().filter(c -> c != '\n')).noneMatch(DatabaseName::isInvisible);
      switch (form) {
        case "slack" -> assertThat(shown).doesNotContain("<", ">");
        case "discord" -> {
          assertThat(body.object("allowed_mentions").orElseThrow().array("parse"))
              .contains(List.of());
          assertThat(shown).hasSizeLessThanOrEqualTo(2000).doesNotContain("](");
        }
        default -> {
          List<Json> events = body.array("events").orElseThrow();
          assertThat(events).hasSize(Topic.values().length);
          assertThat(events)
              .allSatisfy(event ->
                  assertThat(event.asObject().orElseThrow().string("database"))
                      .as("programs get the name as it is")
                      .contains(hostile));
        }
      }
    }
  }
}
