package dev.upkeep.window.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.shell.ShellText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/upkeep/window");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  /// What is put between words, and names that style sheets and tests go by, are not read as text.
  private static final Pattern SENTENCE =
      Pattern.compile("\"[^\"]*[A-Za-z]{2,} [A-Za-z]{2,}[^\"]*\"");

  /// Every enum of texts in the sources: a new one is found by itself.
  static List<Class<?>> parts() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.endsWith("Text.java") && !file.endsWith("/Text.java"))
          .sorted()
          .<Class<?>>map(file -> part(file.replace(".java", "").replace('/', '.')))
          .toList();
    }
  }

  private static Class<?> part(String name) {
    try {
      return Class.forName("dev.upkeep.window." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Properties file(Class<?> part, String suffix) throws IOException {
    Properties properties = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                part.getResourceAsStream(part.getSimpleName() + suffix + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }

  @ParameterizedTest
  @MethodSource("parts")
  void both_languages_have_every_text_and_no_other(Class<?> part) throws Exception {
    Set<String> keys =
        Arrays.stream(part.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(file(part, "").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(file(part, "_de").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void both_languages_use_the_same_arguments(Class<?> part) throws Exception {
    Properties english = file(part, "");
    Properties german = file(part, "_de");

    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(german.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void no_text_has_an_apostrophe_that_hides_an_argument(Class<?> part) throws Exception {
    assertThat(file(part, "").values()).noneMatch(text -> text.toString().contains("'"));
    assertThat(file(part, "_de").values()).noneMatch(text -> text.toString().contains("'"));
  }

  private static Set<String> arguments(String pattern) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = ARGUMENT.matcher(pattern); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void no_sentence_stands_in_the_code() throws Exception {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file))
            .as("what people read is in the texts, so that it can be said in German: " + file)
            .filteredOn(line -> !line.contains("LOG.") && !line.contains("Exception"))
            .filteredOn(line -> !line.strip().startsWith("//"))
            .noneMatch(line -> SENTENCE.matcher(line).find());
      }
    }
  }

  @Test
  void plurals_are_those_of_the_language() {
    Texts english = new Texts(Locale.UK);
    Texts german = new Texts(Locale.GERMANY);

    assertThat(english.say(ShellText.ALL_ALIVE, 1)).isEqualTo("1 database alive.");
    assertThat(english.say(ShellText.ALL_ALIVE, 3)).isEqualTo("3 databases alive.");
    assertThat(german.say(ShellText.ALL_ALIVE, 1)).isEqualTo("1 Datenbank lebt.");
    assertThat(german.say(ShellText.SOME_ALIVE, 0, 2, "2 ausgefallen"))
        .isEqualTo("0 von 2 Datenbanken leben, 2 ausgefallen.");
  }

  @Test
  void numbers_are_written_as_in_the_locale() {
    assertThat(new Texts(Locale.UK).say(ShellText.ALL_ALIVE, 1200)).startsWith("1,200 ");
    assertThat(new Texts(Locale.GERMANY).say(ShellText.ALL_ALIVE, 1200)).startsWith("1.200 ");
  }

  @Test
  void who_speaks_neither_gets_english() {
    assertThat(Texts.in(Locale.FRANCE).say(ShellText.HELP)).isEqualTo("Help");
    assertThat(Texts.in(Locale.GERMANY).say(ShellText.HELP)).isEqualTo("Hilfe");
    assertThat(Texts.in(Locale.US).locale()).isEqualTo(Locale.US);
  }

  @Test
  void an_english_window_stays_english_on_a_german_computer() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new Texts(Locale.UK).say(ShellText.SETTINGS)).isEqualTo("Settings");
    } finally {
      Locale.setDefault(before);
    }
  }
}
