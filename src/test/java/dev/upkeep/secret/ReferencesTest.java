package dev.upkeep.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferencesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("REDIS_TOKEN", " t0ken ", "EMPTY", "");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"env:REDIS_TOKEN", "env:_x1", "file:/run/secrets/redis token"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_reference_is_written_as_it_was_read(String text) {
    assertThat(SecretReference.problem(text)).isEmpty();
    assertThat(SecretReference.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "env:",
        "env:1A",
        "env:A B",
        "env:A=hunter2",
        "ENV:A",
        "file:",
        "file:hunter2",
        "file:../hunter2",
        "file:/a\nhunter2",
        "file:/a\u0000hunter2",
        "file:/a\u202ehunter2",
        "rediss://:hunter2@host",
      })
  void what_is_no_reference_is_said_without_repeating_it(String text) {
    assertThat(SecretReference.problem(text))
        .hasValueSatisfying(it -> assertThat(it.english()).endsWith(".").doesNotContain("hunter2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretReference.parse(text))
        .withMessageNotContaining("hunter2");
  }

  @Test
  void one_newline_at_the_end_of_a_file_is_not_the_secret() throws IOException {
    Map<String, String> secrets =
        Map.of(
            "plain", "plain",
            "line\n", "line",
            "line\r\n", "line",
            " x ", " x ");
    for (Map.Entry<String, String> it : secrets.entrySet()) {
      assertThat(read(Files.writeString(folder.resolve("x"), it.getKey())))
          .isEqualTo(new Lookup.Found(Secret.of(it.getValue())));
    }
  }

  @Test
  void more_than_one_line_is_another_kind_of_file() throws IOException {
    for (String text : List.of("two\n\n", "a=1\nb=2\n", "a\u0000b=2", "a\u001b[0m")) {
      Path file = Files.writeString(folder.resolve("x"), text);
      assertThat(read(file))
          .hasToString(unfit(file + " holds more than one line of text.").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPKEEP_PASSPHRASE",
        "UPKEEP_WEBHOOK_URL",
        "UPKEEP_HOME",
        "upkeep_passphrase",
        "UPSTASH_API_KEY",
        "UPSTASH_REDIS_REST_TOKEN"
      })
  void variables_of_our_own_are_never_given_to_a_database(String name) {
    References references = new References(Map.of(name, "c4n4ry"));

    assertThat(references.read(new SecretReference.Env(name)))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            why -> {
              assertThat(why.trouble()).isEqualTo(Trouble.UNFIT);
              assertThat(why.sentence()).contains(name).doesNotContain("c4n4ry");
            });
    assertThat(
            new References(Map.of("UPKEEP_SECRET_SHOP", "x"))
                .read(new SecretReference.Env("UPKEEP_SECRET_SHOP")))
        .isEqualTo(new Lookup.Found(Secret.of("x")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_the_system_knows_is_nobodys_secret() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/proc/self/environ"));
    for (Path path :
        List.of(
            Path.of("/proc/self/environ"),
            Path.of("/proc/../proc/self/cmdline"),
            Path.of("/sys/kernel/notes"),
            link)) {
      assertThat(read(path))
          .as(path.toString())
          .hasToString(unfit(path + " is the system's and holds no database's secret.").toString());
    }
  }

  @Test
  void a_file_of_64_kib_is_read_and_no_more() throws IOException {
    Path file = folder.resolve("x");
    Files.writeString(file, "x".repeat(References.MAX_FILE_BYTES));
    assertThat(read(file)).isInstanceOf(Lookup.Found.class);
    Files.writeString(file, "x".repeat(References.MAX_FILE_BYTES + 1));
    assertThat(read(file)).hasToString(unfit(file + " has more than 64 KiB.").toString());
  }

  @Test
  void what_is_wrong_with_a_file_is_said() throws IOException {
    Path file = folder.resolve("x");
    assertThat(read(file))
        .hasToString(
            new Lookup.Unavailable(
                    Trouble.ABSENT, Sentence.verbatim("There is no file " + file + "."))
                .toString());
    Files.writeString(file, "\n");
    assertThat(read(file)).hasToString(unfit(file + " is empty.").toString());
    Files.write(file, new byte[] {'a', (byte) 0xff, 'b'});
    assertThat(read(file)).hasToString(unfit(file + " is not text in UTF-8.").toString());
    assertThat(read(folder)).hasToString(unfit(folder + " is not a regular file.").toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_device_is_never_opened() {
    Path device = Path.of("/dev/zero");
    assertThat(read(device))
        .hasToString(unfit("/dev/zero is the system's and holds no database's secret.").toString());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_link_to_a_file_is_followed_as_containers_need_it() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "s");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(read(link)).isEqualTo(new Lookup.Found(Secret.of("s")));
  }

  @Test
  void a_variable_is_taken_as_it_is() {
    assertThat(read("REDIS_TOKEN")).isEqualTo(new Lookup.Found(Secret.of(" t0ken ")));
    assertThat(read("EMPTY")).hasToString(unfit("The variable EMPTY is empty.").toString());
    assertThat(read("MISSING"))
        .hasToString(
            new Lookup.Unavailable(
                    Trouble.ABSENT, Sentence.verbatim("The variable MISSING is not set."))
                .toString());
  }

  @Test
  void a_variable_that_kept_the_quotes_of_its_file_is_no_password() {
    for (String value : List.of("'s3cret'", "\"s3cret\"")) {
      Lookup lookup = new References(Map.of("KEPT", value)).read(new SecretReference.Env("KEPT"));
      assertThat(lookup.toString())
          .contains("still has its quotes", "--env-file")
          .doesNotContain("s3cret");
    }
    for (String value : List.of("'", "'s3cret", "s3'cret'", "\"s3cret'")) {
      assertThat(new References(Map.of("KEPT", value)).read(new SecretReference.Env("KEPT")))
          .isEqualTo(new Lookup.Found(Secret.of(value)));
    }
  }

  @Test
  void one_newline_at_the_end_of_a_variable_is_not_the_secret() {
    assertThat(new References(Map.of("LINE", "s3cret\n")).read(new SecretReference.Env("LINE")))
        .isEqualTo(new Lookup.Found(Secret.of("s3cret")));
  }

  @Test
  void a_passphrase_is_taken_as_it_is() {
    for (String value : List.of("with its end\n", "'quoted'")) {
      assertThat(passphrase(Map.of("UPKEEP_PASSPHRASE", value)))
          .isEqualTo(new Lookup.Found(Secret.of(value)));
    }
  }

  @Test
  void the_passphrase_comes_from_its_file_before_its_variable() throws IOException {
    Path file = Files.writeString(folder.resolve("passphrase"), "of the file\n");
    assertThat(passphrase(Map.of())).isEqualTo(new Lookup.NotFound());
    assertThat(passphrase(Map.of("UPKEEP_PASSPHRASE", "", "UPKEEP_PASSPHRASE_FILE", "")))
        .isEqualTo(new Lookup.NotFound());
    assertThat(passphrase(Map.of("UPKEEP_PASSPHRASE", "of the variable")))
        .isEqualTo(new Lookup.Found(Secret.of("of the variable")));
    assertThat(
            passphrase(
                Map.of(
                    "UPKEEP_PASSPHRASE",
                    "of the variable",
                    "UPKEEP_PASSPHRASE_FILE",
                    file.toString())))
        .isEqualTo(new Lookup.Found(Secret.of("of the file")));
  }

  @Test
  void a_passphrase_file_that_cannot_be_used_never_falls_through() {
    Map<String, String> environment =
        Map.of(
            "UPKEEP_PASSPHRASE",
            "of the variable",
            "UPKEEP_PASSPHRASE_FILE",
            folder.resolve("missing").toString());
    assertThat(passphrase(environment)).isInstanceOf(Lookup.Unavailable.class);
    assertThat(passphrase(Map.of("UPKEEP_PASSPHRASE_FILE", "a\u0000b")))
        .isInstanceOf(Lookup.Unavailable.class);
  }

  private static Lookup read(Path file) {
    return new References(ENVIRONMENT).read(new SecretReference.File(file));
  }

  private static Lookup read(String variable) {
    return new References(ENVIRONMENT).read(new SecretReference.Env(variable));
  }

  private static Lookup passphrase(Map<String, String> environment) {
    return new References(environment).passphrase();
  }

  private static Lookup unfit(String sentence) {
    return new Lookup.Unavailable(Trouble.UNFIT, Sentence.verbatim(sentence));
  }
}
