package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A jar that was installed from a cabinet, whose times are local and even seconds.
final class InstalledTimeTest {
  private static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private final Properties properties = new Properties();
  private Path jar;

  @BeforeEach
  void install() throws IOException {
    jar = Files.createFile(folder.resolve("upkeep.jar"));
    properties.setProperty("java.class.path", jar.toString());
  }

  private FileTime restored(FileTime installed) throws IOException {
    Files.setLastModifiedTime(jar, installed);
    InstalledTime.restore(properties);
    return Files.getLastModifiedTime(jar);
  }

  @Test
  void it_gets_back_the_time_that_its_archives_know() throws IOException {
    properties.setProperty("upkeep.born", BORN.toString());

    assertThat(restored(FileTime.from(BORN.minus(Duration.ofHours(9)))))
        .isEqualTo(FileTime.from(BORN));
    assertThat(restored(FileTime.from(BORN))).isEqualTo(FileTime.from(BORN));
  }

  @Test
  void where_no_launcher_says_so_nothing_is_changed() throws IOException {
    FileTime other = FileTime.from(BORN.plusSeconds(7));

    assertThat(restored(other)).isEqualTo(other);
  }

  @Test
  void what_cannot_be_mended_keeps_nobody_from_starting() throws IOException {
    properties.setProperty("upkeep.born", "yesterday");
    assertThat(restored(FileTime.from(BORN))).isEqualTo(FileTime.from(BORN));

    properties.setProperty("upkeep.born", BORN.toString());
    properties.setProperty("java.class.path", folder.resolve("gone.jar").toString());
    InstalledTime.restore(properties);
    assertThat(folder.resolve("gone.jar")).doesNotExist();
  }
}
