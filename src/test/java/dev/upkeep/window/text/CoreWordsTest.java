package dev.upkeep.window.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.ServerPhrase;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /// By their sources: the kinds of keychain are no business of a window.
  @Test
  void every_place_of_secrets_has_a_name_in_the_language_of_the_window() throws Exception {
    String kinds =
        Files.readString(Path.of("src/main/java/dev/upkeep/secret/KeychainKind.java"))
            + Files.readString(Path.of("src/main/java/dev/upkeep/agent/SecretServiceWords.java"));
    List<String> places =
        Pattern.compile("\"((?:the [A-Z]|the mac)[^\"]+|[^\"]+\\(Secret Service\\))\"")
            .matcher(kinds)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(places).hasSize(5);
    assertThat(places)
        .allSatisfy(place -> {
          assertThat(english.store(place)).isEqualTo(place);
          assertThat(german.store(place)).matches("i[mn] [^„]+");
        });
  }

  @Test
  void a_file_of_secrets_keeps_its_path_and_an_unknown_place_its_name() {
    String file = "the file /home/me/secrets under a passphrase";
    assertThat(english.store(file)).isEqualTo(file);
    assertThat(german.store(file))
        .isEqualTo("in der mit einer Passphrase geschützten Datei /home/me/secrets");
    assertThat(german.store("the environment of this process"))
        .isEqualTo("in der Umgebung des Agenten");

    assertThat(english.store("a drawer\u202E")).isEqualTo("a drawer");
    assertThat(german.store("a drawer")).isEqualTo("in „a drawer“");
  }
}
