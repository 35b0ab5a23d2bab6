package dev.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Scratch;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text that Upkeep writes for machines, under languages with digits and calendars of their
/// own.
@Timeout(240)
final class LocaleFilesIT {
  @ParameterizedTest
  @ValueSource(strings = {"ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
  void no_file_and_no_output_for_machines_has_other_digits(String tag) throws Exception {
    Path home = Scratch.folder("locale");
    try {
      StringBuilder out = new StringBuilder();
      out.append(run(home, tag, "redis://127.0.0.1:1/\n", "add", "shop", "--anyway", "--json"));
      out.append(run(home, tag, "", "settings", "interval", "2h", "--json"));
      out.append(run(home, tag, "", "ping", "shop", "--json"));
      out.append(run(home, tag, "", "list", "--json"));
      out.append(run(home, tag, "", "history", "--format", "csv"));
      out.append(run(home, tag, "", "export", "-"));
      for (String engine : List.of("systemd", "kubernetes")) {
        out.append(run(home, tag, "", "deploy", engine));
      }

      assertThat(out.toString()).contains("\"shop\"").contains("OnCalendar");
      assertOrdinary(out.toString());
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.filter(LocaleFilesIT::isText).toList()) {
          assertOrdinary(file.getFileName() + ": " + text(file));
        }
      }
    } finally {
      Scratch.delete(home);
    }
  }

  /// Of the years, a Buddhist one would show.
  private static void assertOrdinary(String text) {
    assertThat(text.codePoints().filter(Character::isDigit).allMatch(c -> c < 128)).isTrue();
    assertThat(text).doesNotContainPattern("25[67][0-9]-[01][0-9]-[0-3][0-9]");
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && (name.contains(".json") || name.contains(".log"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String run(Path home, String tag, String input, String... arguments)
      throws InterruptedException {
    String[] parts = tag.split("-u-", 2);
    String[] place = parts[0].split("-", 2);
    UpkeepProcess process =
        new UpkeepProcess()
            .javaOption("-Duser.language=" + place[0])
            .javaOption("-Duser.country=" + place[1])
            .env("UPKEEP_HOME", home.toString())
            .stdin(input);
    if (parts.length == 2) {
      process.javaOption("-Duser.extensions=u-" + parts[1]);
    }
    return process.run(arguments).out();
  }
}
