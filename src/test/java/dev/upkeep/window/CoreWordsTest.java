package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.ConnectionText;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoreWordsTest {
  private final CoreWords english = new CoreWords(new Texts(Locale.US));
  private final CoreWords german = new CoreWords(new Texts(Locale.GERMANY));

  private static Outcome.Failed failed(FailureKind kind) {
    return new Outcome.Failed(kind, "No answer from the cat.", "Feed it.");
  }

  @ParameterizedTest
  @EnumSource
  void an_english_window_has_the_words_of_who_met_the_failure(FailureKind kind) {
    assertThat(english.both(failed(kind))).isEqualTo("No answer from the cat. Feed it.");
  }

  @ParameterizedTest
  @EnumSource
  void another_language_names_the_kind_and_what_to_do(FailureKind kind) {
    assertThat(german.message(failed(kind))).doesNotStartWith("No answer").doesNotContain("{0}");
    assertThat(german.advice(failed(kind))).isNotEqualTo("Feed it.");
  }

  @Test
  void what_a_server_says_stays_beside_the_kind() {
    assertThat(german.message(failed(FailureKind.SERVER)))
        .isEqualTo("Der Server hat mit einem Fehler geantwortet. No answer from the cat.");
    assertThat(german.message(failed(FailureKind.AUTH)))
        .isEqualTo("Das Passwort oder Token wurde abgelehnt.");
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_begins_in_the_language_of_the_window(Refused.Reason reason) {
    Refused refused = new Refused(reason, List.of("One.\u202E", "Two."));

    assertThat(english.problems(refused)).containsExactly("One.", "Two.");
    assertThat(german.problems(refused)).singleElement().asString().doesNotStartWith("One.");
  }

  @ParameterizedTest
  @EnumSource
  void so_does_what_is_wrong_with_a_pasted_text(ConnectionText.Kind kind) {
    ConnectionText.Problem problem = new ConnectionText.Problem(kind, "It is wrong.");

    assertThat(english.problem(problem)).isEqualTo("It is wrong.");
    assertThat(german.problem(problem)).isNotEqualTo("It is wrong.");
  }

  @Test
  void a_rest_says_why() {
    Outcome.Skipped skipped = new Outcome.Skipped(Outcome.Skipped.Reason.OFFLINE, "Off.");

    assertThat(english.reason(skipped)).isEqualTo("Off.");
    assertThat(german.reason(skipped)).isEqualTo("Dieser Computer ist offline.");
  }
}
