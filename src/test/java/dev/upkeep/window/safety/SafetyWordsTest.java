package dev.upkeep.window.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Samples;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SafetyWordsTest {
  private static final Snapshot THREE =
      Statuses.snapshot(
          Statuses.alive("shop", Duration.ofDays(20)),
          Samples.alsoKept(Statuses.alive("shared", Duration.ofDays(25))),
          Statuses.fresh("new"));

  private static String whole(Snapshot snapshot, Absence absence, Locale locale) {
    return new SafetyWords(new TimeWords(Statuses.NOW, ZoneOffset.UTC, new Texts(locale)))
        .whole(SafetyPicture.of(snapshot, Statuses.NOW, absence));
  }

  @Test
  void an_absence_is_said_as_the_command_says_it() {
    assertThat(whole(THREE, new Absence.Days(14), Locale.UK))
        .isEqualTo(
            "If this computer stays off until 6 December, shop is in danger. Until when new is safe,"
                + " nobody knows. shared is kept by others as well.");
    assertThat(whole(THREE, new Absence.Days(14), Locale.GERMANY))
        .isEqualTo(
            "Bleibt dieser Computer bis 6. Dezember aus, ist shop in Gefahr. Bis wann new sicher ist,"
                + " weiß niemand. shared wird auch von anderen am Leben gehalten.");
  }

  @Test
  void for_good_it_says_who_is_alone_and_from_when_on() {
    assertThat(whole(THREE, new Absence.ForGood(), Locale.UK))
        .startsWith(
            "If this computer never comes back, nobody else keeps shop and new. The first deadline is"
                + " on 2 December.");
    assertThat(
            whole(
                Statuses.snapshot(Samples.alsoKept(Statuses.alive("shared"))),
                new Absence.ForGood(),
                Locale.UK))
        .isEqualTo("If this computer never comes back, others were seen to keep every database.");
  }

  @Test
  void of_two_hundred_a_few_are_named_and_the_others_counted() {
    assertThat(whole(Samples.many(), new Absence.ForGood(), Locale.UK))
        .containsPattern("nobody else keeps ([^,]+, ){5}[^,]+ and 194 more\\.");
  }

  @Test
  void without_databases_it_says_so() {
    assertThat(whole(Statuses.snapshot(), new Absence.Days(7), Locale.UK))
        .isEqualTo("No databases yet.");
  }

  @Test
  void names_and_keepers_cannot_turn_the_line_around() {
    SafetyWords words =
        new SafetyWords(new TimeWords(Statuses.NOW, ZoneOffset.UTC, new Texts(Locale.UK)));
    SafetyLane lane =
        SafetyPicture.of(
                Statuses.snapshot(Statuses.alive("מסד")), Statuses.NOW, new Absence.Days(7))
            .lanes()
            .getFirst();

    assertThat(words.spoken(lane))
        .startsWith("\u2068מסד\u2069: safe until 22 December; nobody else");
  }
}
