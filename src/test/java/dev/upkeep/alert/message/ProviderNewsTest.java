package dev.upkeep.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ProviderNewsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private static Announcement of(int database, Topic topic, String provider) {
    return new Announcement(
        UUID.randomUUID(),
        new AlertSubject(new UUID(0, database), "db-" + database, "h.example.com", provider),
        topic,
        topic == Topic.RECOVERED ? Topic.DOWN : topic,
        NOW,
        NOW,
        3,
        Optional.empty(),
        Optional.empty(),
        Margin.Level.AMPLE,
        false);
  }

  @Test
  void providers_that_lost_several_are_asked_about_and_others_not() {
    assertThat(
            ProviderNews.toAsk(
                List.of(
                    of(1, Topic.DOWN, "Upstash"),
                    of(2, Topic.ARCHIVED, "Upstash"),
                    of(3, Topic.DOWN, "Vercel"),
                    of(4, Topic.CREDENTIALS, "Vercel"),
                    of(5, Topic.DOWN, "Redis Cloud"))))
        .containsExactlyInAnyOrder("Upstash", "Vercel");
  }

  @Test
  void what_is_said_twice_of_one_database_is_one_loss() {
    assertThat(
            ProviderNews.toAsk(
                List.of(of(1, Topic.DOWN, "Upstash"), of(1, Topic.CREDENTIALS, "Upstash"))))
        .isEmpty();
  }

  @Test
  void what_is_over_or_was_known_before_is_none() {
    assertThat(
            ProviderNews.toAsk(
                List.of(
                    of(1, Topic.DOWN, "Upstash"),
                    of(2, Topic.DOWN, "Upstash"),
                    of(2, Topic.RECOVERED, "Upstash"),
                    of(3, Topic.REMINDER, "Upstash"),
                    of(4, Topic.MARGIN, "Upstash"))))
        .isEmpty();
  }
}
