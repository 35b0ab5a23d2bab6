package dev.upkeep.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Whether an installed program uses its archives, by what Java logs.
@DisabledOnOs(OS.WINDOWS) // the stand-in is a script
final class StartArchiveTest {
  @TempDir private Path folder;

  private Properties installed(String classes) throws IOException {
    Files.createDirectories(folder.resolve("app/cache"));
    Path jar = Files.writeString(folder.resolve("app/upkeep.jar"), "");
    Files.writeString(folder.resolve("classes"), classes);
    Path launcher =
        Files.writeString(
            folder.resolve("upkeep-tray"),
            """
            #!/bin/sh
            [ "$*" = "window --help" ] || exit 3
            log=${_JAVA_OPTIONS#"-Xlog:class+load:file='"}
            cat '%s/classes' > "${log%%\\'}"
            """
                .formatted(folder));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Properties properties = new Properties();
    properties.setProperty("upkeep.launcher", launcher.toString());
    properties.setProperty("java.class.path", jar.toString());
    return properties;
  }

  @Test
  void a_program_with_its_archives_says_so() throws IOException {
    assertThat(StartArchive.state(installed("a.B source: shared objects file (top)\n")))
        .contains("used");
  }

  @Test
  void a_jar_that_does_not_fit_is_told_with_what_to_do() throws IOException {
    assertThat(
            StartArchive.state(installed("a.B source: shared objects file\nc.D source: x.jar\n")))
        .hasValueSatisfying(
            value -> assertThat(value).startsWith("not used").contains("install Upkeep again"));
  }

  @Test
  void where_nobody_can_tell_nothing_is_said() throws IOException {
    assertThat(StartArchive.state(installed(""))).isEmpty();
    assertThat(StartArchive.state(new Properties())).isEmpty();
    Properties built = installed("a.B source: shared objects file (top)\n");
    Files.delete(folder.resolve("app/cache"));
    assertThat(StartArchive.state(built)).isEmpty();
  }
}
