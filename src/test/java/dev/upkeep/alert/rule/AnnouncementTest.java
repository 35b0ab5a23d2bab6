package dev.upkeep.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AnnouncementTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  @Test
  void a_margin_of_three_days_or_less_and_nothing_else_breaks_through_quiet_hours() {
    for (Topic topic : Topic.values()) {
      for (Margin.Level level : Margin.Level.values()) {
        boolean lastDays = level == Margin.Level.THREE_DAYS || level == Margin.Level.PASSED;
        assertThat(announcement(topic, level).breaksThrough())
            .as(topic + " at " + level)
            .isEqualTo(topic == Topic.MARGIN && lastDays);
      }
    }
  }

  private static Announcement announcement(Topic topic, Margin.Level level) {
    return new Announcement(
        UUID.randomUUID(),
        new AlertSubject(UUID.randomUUID(), "shop", "h.upstash.io", "Upstash"),
        topic,
        topic,
        NOW,
        NOW,
        3,
        Optional.empty(),
        Optional.of(NOW),
        level,
        false);
  }
}
