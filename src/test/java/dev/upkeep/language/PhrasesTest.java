package dev.upkeep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PhrasesTest {
  private static final Path ROOM = Path.of("src/main/java/dev/upkeep/language");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|[^|{}]*\\|[^|{}]*)?}");

  /// What an address or a command line has in it is the same in every language.
  private static final Pattern NO_PROSE =
      Pattern.compile(
          "\\{\\d|[a-z]+\\.[a-z]+|--[a-z-]+( yes| no)?|[a-z]+://\\S*|[A-Z_]{3,}|[a-z]+:/?[A-Z]*\\S*|upkeep [a-z-]+");

  /// What is typed as it is, and what goes by its name.
  private static final String[] NAMES = {"read", "Secret Service", "Secret", "days"};

  static Stream<Phrase> phrases() {
    return Phrases.ALL.stream().flatMap(phrases -> Stream.of(phrases.getEnumConstants()));
  }

  @Test
  void every_enum_of_phrases_is_known_by_its_name() throws IOException {
    try (Stream<Path> files = Files.list(ROOM)) {
      assertThat(Phrases.ALL.stream().map(phrases -> phrases.getSimpleName() + ".java"))
          .as("what is not in the list of Phrases becomes English on its way to a window")
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith("Phrase.java") && !name.equals("Phrase.java"))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void each_language_says_it_with_the_same_values(Phrase phrase) {
    for (Language language : Language.values()) {
      String pattern = language.say(phrase);
      assertThat(places(pattern)).as(language + ": " + pattern).isEqualTo(places(phrase.english()));
      assertThat(PLACE.matcher(pattern).replaceAll(""))
          .as("braces are for values alone")
          .doesNotContain("{", "}");
      assertThat(pattern.isBlank()).as(language.toString()).isEqualTo(phrase.english().isBlank());
      assertThat(pattern.length() > 1 && pattern.endsWith("."))
          .as("a sentence is one in " + language + ", too: " + pattern)
          .isEqualTo(phrase.english().length() > 1 && phrase.english().endsWith("."));
    }
  }

  private static Set<String> places(String pattern) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = PLACE.matcher(pattern); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void german_is_german() {
    List<String> english = new ArrayList<>();
    phrases().forEach(phrase -> english.addAll(EnglishWords.in(prose(phrase.german()), NAMES)));
    assertThat(english).isEmpty();
  }

  @Test
  void german_speaks_to_everybody_in_the_same_way() {
    Pattern familiar = Pattern.compile("\\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(e[mnrs]?)?)\\b");
    assertThat(phrases().map(Phrase::german).filter(text -> familiar.matcher(text).find()))
        .isEmpty();
    assertThat(phrases().map(Phrase::german).filter(text -> text.contains("'"))).isEmpty();
  }

  private static String prose(String pattern) {
    return NO_PROSE.matcher(pattern).replaceAll(" ");
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void it_comes_back_from_outside_as_what_it_was(Phrase phrase) {
    Object[] values = {"{0} \u00fc \"x\"\n", 7, TouchPhrase.SILENT.with("host"), "", 1L, "f", "g"};
    Sentence sentence =
        phrase == CommonPhrase.VERBATIM ? Sentence.verbatim("Over {0}.") : phrase.with(values);

    assertThat(SentenceJson.read(SentenceJson.write(sentence))).contains(sentence);
    assertThat(SentenceJson.ofText(SentenceJson.text(sentence))).isEqualTo(sentence);
  }

  @Test
  void what_a_newer_version_said_is_read_in_english() {
    String text = SentenceJson.text(TouchPhrase.NAME_UNKNOWN.with("a.org"));

    assertThat(text).startsWith("The name a.org does not exist.\u001F");
    assertThat(SentenceJson.ofText(text.replace("NAME_UNKNOWN", "NAME_LOST")))
        .isEqualTo(Sentence.verbatim("The name a.org does not exist."));
    assertThat(SentenceJson.ofText(text.substring(0, text.length() - 2)))
        .isEqualTo(Sentence.verbatim("The name a.org does not exist."));
    assertThat(SentenceJson.ofText("As before.")).isEqualTo(Sentence.verbatim("As before."));
  }

  @Test
  void a_phrase_with_too_little_in_it_is_taken_for_its_english() throws Exception {
    assertThat(
            SentenceJson.read(
                dev.upkeep.json.Json.parse(
                    "{\"say\":\"TouchPhrase.NAME_UNKNOWN\",\"english\":\"Gone.\"}")))
        .contains(Sentence.verbatim("Gone."));
  }

  @Test
  void words_go_by_their_number() {
    assertThat(TouchPhrase.ADDRESSES.with(1).english()).isEqualTo("1 address");
    assertThat(TouchPhrase.ADDRESSES.with(0).english()).isEqualTo("0 addresses");
    assertThat(Language.GERMAN.say(TouchPhrase.ADDRESSES, 3)).isEqualTo("3 Adressen");
  }

  @Test
  void what_is_put_in_is_not_read_as_a_pattern() {
    assertThat(TouchPhrase.REFUSED.with("{0}{1|a|b}").english())
        .isEqualTo("{0}{1|a|b} refused the connection.");
  }

  @Test
  void a_sentence_inside_a_sentence_is_said_in_the_same_language() {
    Sentence sentence =
        TouchPhrase.NOT_VISITED.with(TouchPhrase.NOBODY_ANSWERS.with(), "shop-cache");

    assertThat(Language.of(Locale.GERMANY).say(sentence))
        .isEqualTo(
            "Weder der Nameserver noch das Internet antwortet. shop-cache wurde nicht besucht.");
  }
}
