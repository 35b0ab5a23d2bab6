package dev.upkeep.window.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.ServerPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CoreWordsTest {
  private final CoreWords english = new CoreWords(new Texts(Locale.US));
  private final CoreWords german = new CoreWords(new Texts(Locale.GERMANY));

  private static final Outcome.Failed FAILED =
      new Outcome.Failed(
          FailureKind.REFUSED,
          TouchPhrase.REFUSED.with("cat\u202E:6379"),
          TouchPhrase.REFUSED_ADVICE.with());

  @Test
  void each_window_says_what_was_met_in_its_own_words() {
    assertThat(english.message(FAILED)).isEqualTo("cat:6379 refused the connection.");
    assertThat(german.message(FAILED)).isEqualTo("cat:6379 hat die Verbindung abgelehnt.");
    assertThat(german.advice(FAILED))
        .isEqualTo("Dort hört niemand zu. Prüfen Sie den Port, und ob der Server läuft.");
    assertThat(german.both(FAILED)).isEqualTo(german.message(FAILED) + " " + german.advice(FAILED));
  }

  @Test
  void what_a_server_says_stays_as_it_is() {
    Outcome.Failed failed =
        new Outcome.Failed(
            FailureKind.SERVER,
            ServerPhrase.SAID.with(ServerPhrase.ERROR.with(), "ERR the cat"),
            Sentence.verbatim("Feed it."));

    assertThat(german.message(failed))
        .isEqualTo("Der Server hat mit einem Fehler geantwortet („ERR the cat“).");
    assertThat(german.advice(failed)).isEqualTo("Feed it.");
  }

  @Test
  void a_refusal_is_said_whole_in_the_language_of_the_window() {
    Refused refused =
        Refused.of(
            Refused.Reason.INVALID,
            List.of(RulePhrase.NAME_TAKEN.with(), Sentence.verbatim("Two.\u202E")));

    assertThat(english.problems(refused))
        .containsExactly("Another database has this name already; choose another.", "Two.");
    assertThat(german.problems(refused))
        .containsExactly(
            "Eine andere Datenbank heißt schon so; wählen Sie einen anderen Namen.", "Two.");
  }

  @Test
  void so_is_what_is_wrong_with_a_pasted_text() {
    ConnectionText.Problem problem =
        ConnectionText.read("https://eu1-a-1.upstash.io").problems().getFirst();

    assertThat(english.problem(problem))
        .isEqualTo("This has a REST URL but no token. Copy UPSTASH_REDIS_REST_TOKEN too.");
    assertThat(german.problem(problem))
        .isEqualTo(
            "Hier ist eine REST-URL, aber kein Token. Kopieren Sie auch UPSTASH_REDIS_REST_TOKEN.");
  }

  @Test
  void a_rest_says_why() {
    Outcome.Skipped skipped =
        new Outcome.Skipped(
            Outcome.Skipped.Reason.OFFLINE,
            TouchPhrase.NOT_VISITED.with(TouchPhrase.NO_INTERNET.with(), "shop"));

    assertThat(english.reason(skipped))
        .isEqualTo("This computer's network has no way to the internet. shop was not visited.");
    assertThat(german.reason(skipped))
        .isEqualTo(
            "Das Netz dieses Computers hat keinen Weg ins Internet. shop wurde nicht besucht.");
  }

  @Test
  void every_place_of_secrets_completes_its_sentence_in_the_language_of_the_window() {
    List<KeychainPhrase> places =
        Stream.of(KeychainPhrase.values())
            .filter(phrase -> phrase.name().startsWith("AT_"))
            .toList();

    assertThat(places).hasSize(8);
    assertThat(places)
        .allSatisfy(place -> assertThat(german.sentence(place.with("x"))).matches("i[mn] .+"));
  }
}
