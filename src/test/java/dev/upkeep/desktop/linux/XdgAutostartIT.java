package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What others make of our autostart entry: the validator of freedesktop.org, and GLib, by which
/// GNOME, Xfce, MATE and Cinnamon start it.
@EnabledOnOs(OS.LINUX)
final class XdgAutostartIT {
  @SuppressWarnings("unused") // read by JUnit
  private static final List<String> FOLDERS =
      HostileFolders.ALL.stream().filter(name -> !name.contains("%")).toList();

  private static final Duration GIVE_UP = Duration.ofSeconds(30);

  @TempDir private Path folder;

  /// Installs a program that writes down what it was started as, and turns its start on.
  private Path entryOfProgramIn(String name) throws IOException {
    Path launcher = Files.createDirectories(folder.resolve(name)).resolve("Upkeep");
    Files.createFile(launcher, Modes.at(launcher, "rwxr-xr-x"));
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        printf '%s\\n' "$0" "$@" > "${0%/*}/draft"
        mv "${0%/*}/draft" "${0%/*}/started"
        """);
    XdgAutostart autostart =
        new XdgAutostart(
            Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()),
            folder,
            Optional.of("work"),
            Optional.of(new OwnProgram(launcher)));
    autostart.turn(true);
    return Path.of(autostart.place());
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(GIVE_UP.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @ParameterizedTest
  @FieldSource("FOLDERS")
  void the_validator_finds_nothing(String name) throws Exception {
    assertThat(run("desktop-file-validate", entryOfProgramIn(name).toString())).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("FOLDERS")
  void glib_starts_the_program(String name) throws Exception {
    Path entry = entryOfProgramIn(name);
    Path started = folder.resolve(name).resolve("started");

    run("gio", "launch", entry.toString());

    long end = System.nanoTime() + GIVE_UP.toNanos();
    while (!Files.exists(started)) {
      assertThat(System.nanoTime()).as("started from %s", Files.readString(entry)).isLessThan(end);
      Thread.sleep(10);
    }
    assertThat(Files.readAllLines(started))
        .containsExactly(
            folder.resolve(name).resolve("Upkeep").toString(), "agent", "--profile", "work");
  }

  @Test
  void the_validator_would_find_something() throws Exception {
    Path entry = Files.writeString(folder.resolve("bad.desktop"), "[Desktop Entry]\nName=x\n");

    Process process = new ProcessBuilder("desktop-file-validate", entry.toString()).start();
    assertThat(process.waitFor()).isNotZero();
  }
}
