package dev.upkeep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process whose output is in the code page of Windows, as far as Java is asked.
@Timeout(120)
final class EncodingIT {
  private static final String NAME = "z\u00fcrich \u30c7\u30fc\u30bf";

  @TempDir private Path folder;

  private Path run(Path input, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=Cp1252",
                "-Dstderr.encoding=Cp437",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.upkeep.Main"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(input.toFile())
            .redirectOutput(Redirect.to(output.toFile()));
    builder.environment().put("UPKEEP_HOME", folder.resolve("home").toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private Path input(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("input"), bytes);
  }

  @Test
  void what_is_piped_is_utf_8_whatever_the_code_page() throws Exception {
    Path output = run(input(new byte[0]), "edit", NAME, "--window", "30d");

    // Read strictly, which throws where it is anything else.
    assertThat(Files.readString(output, StandardCharsets.UTF_8)).contains(NAME);
  }

  @Test
  void a_password_in_the_code_page_is_refused_before_it_becomes_another_one() throws Exception {
    Path output =
        run(
            input("redis://:gr\u00fc\u00dfe@127.0.0.1:1".getBytes(StandardCharsets.ISO_8859_1)),
            "ping",
            "--stdin");

    assertThat(Files.readString(output, StandardCharsets.UTF_8))
        .contains("UTF-8")
        .doesNotContain("gr");
  }

  @Test
  void nothing_to_read_has_the_systems_name() throws IOException {
    assertThat(OtherProgram.NOTHING.file()).exists();
  }
}
