package dev.upkeep.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.DigestComposer;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.When;
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

/// Every sentence about databases with names that have broken programs before.
final class HostileBulletinsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  static Stream<String> all() {
    return HostileNames.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_name_stays_on_its_line_and_leaves_room_for_what_is_said(String name) {
    for (Topic topic : Topic.values()) {
      for (Topic cause : causes(topic)) {
        for (Margin.Level level : Margin.Level.values()) {
          for (boolean offline : new boolean[] {false, true}) {
            Announcement one = announcement(name, topic, cause, level, offline);
            assertIsReadable(one, AlertText.of(List.of(one), new When(NOW, ZoneOffset.UTC)));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void names_that_are_told_together_cannot_make_up_a_line(String name) {
    List<Announcement> many = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      many.add(announcement(name, Topic.DOWN, Topic.DOWN, Margin.Level.AMPLE, false));
      many.add(announcement(name, Topic.RECOVERED, Topic.DOWN, Margin.Level.AMPLE, false));
    }

    AlertText bulletin = AlertText.of(many, new When(NOW, ZoneOffset.UTC));

    assertThat(bulletin.title()).isEqualTo("12 databases cannot be reached");
    assertThat(bulletin.body().lines()).hasSize(2);
    assertThat(bulletin.body().lines().toList().getLast())
        .startsWith("12 databases are alive again: ")
        .endsWith(" and 2 more.");
    assertThat(bulletin.body().length()).isLessThan(2_000);
  }

  private static void assertIsReadable(Announcement one, AlertText bulletin) {
    String text = bulletin.title() + bulletin.body();
    assertThat(text.codePoints()).as(text).noneMatch(HostileBulletinsTest::movesTheCursor);
    assertThat(bulletin.title()).isNotBlank().hasSizeLessThan(120);
    String shown = DigestComposer.name(one.subject());
    if (one.subject().name().length() < 40
        && one.subject().name().codePoints().noneMatch(DatabaseName::isInvisible)) {
      assertThat(shown).isEqualTo(one.subject().name());
    }
    assertThat(text).contains(shown);
  }

  private static boolean movesTheCursor(int c) {
    return Character.getType(c) == Character.CONTROL
        || c == 0x2028
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static List<Topic> causes(Topic topic) {
    return topic == Topic.RECOVERED || topic == Topic.REMINDER
        ? List.of(Topic.DOWN, Topic.CREDENTIALS, Topic.ARCHIVED, Topic.MARGIN)
        : List.of(topic);
  }

  private static Announcement announcement(
      String name, Topic topic, Topic cause, Margin.Level level, boolean offline) {
    return new Announcement(
        UUID.randomUUID(),
        new AlertSubject(UUID.randomUUID(), name, "h.upstash.io", "Upstash"),
        topic,
        cause,
        NOW,
        NOW.minus(Duration.ofHours(2)),
        3,
        Optional.of(new Announcement.Wrong(FailureKind.TIMEOUT, "It is silent.", "Wait.")),
        Optional.of(NOW.plus(Duration.ofDays(2))),
        level,
        offline);
  }
}
