package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Touched;
import dev.upkeep.language.EnglishWords;
import dev.upkeep.language.Language;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.words.When;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a German reader is told beside the tray.
final class GermanTrayTest {
  private static final Instant NOW = Instant.parse("2025-12-20T12:00:00Z");
  private static final When WHEN = new When(NOW, ZoneOffset.UTC, Language.GERMAN);

  @Test
  void what_came_of_a_touch_is_told_in_german() {
    UUID id = UUID.randomUUID();
    Touch touch =
        new Touch(
            NOW,
            new Outcome.Failed(
                FailureKind.REFUSED,
                TouchPhrase.REFUSED.with("a.example:6379"),
                TouchPhrase.REFUSED_ADVICE.with()),
            1,
            Timings.NONE,
            Optional.empty());

    var notice = TouchNotice.of(List.of(new Touched(id, touch)), Map.of(id, "shop"), WHEN);

    assertThat(notice.title()).isEqualTo("shop wurde nicht berührt");
    assertThat(notice.body())
        .isEqualTo(
            "a.example:6379 hat die Verbindung abgelehnt. Dort hört niemand zu. Prüfen Sie den"
                + " Port, und ob der Server läuft.");
  }

  @Test
  void where_upkeep_went_is_told_in_german() {
    for (boolean tray : List.of(true, false)) {
      var notice = WindowClosedNotice.notice(tray, Language.GERMAN);
      assertThat(EnglishWords.in(notice.title() + " " + notice.body())).isEmpty();
    }
  }

  @Test
  void moments_are_said_as_germans_say_them() {
    assertThat(WHEN.past(NOW.minusSeconds(180))).isEqualTo("vor 3 min");
    assertThat(WHEN.futureInSentence(Instant.parse("2025-12-24T00:00:00Z")))
        .isEqualTo("am 24. Dezember");
    assertThat(WHEN.date(Instant.parse("2025-12-24T00:00:00Z"))).isEqualTo("24. Dez.");
    assertThat(WHEN.daysLeft(1)).isEqualTo("noch 1 Tag");
    assertThat(WHEN.millis(java.time.Duration.ofNanos(1_240_000))).isEqualTo("1,2 ms");
  }
}
