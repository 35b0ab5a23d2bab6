package dev.upkeep.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedLibrariesIT {
  private static final Duration LONG_AGO =
      UnpackedLibraries.LEFT_BEHIND_AFTER.plus(Duration.ofMinutes(1));

  private final Instant now = Instant.now();
  @TempDir private Path folder;

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "x");
    return Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
  }

  @Test
  void only_what_was_left_behind_goes() throws Exception {
    Path old = file("sqlite-3.54.1.0-1-libsqlitejdbc.so", LONG_AGO);
    Path lock = file("sqlite-3.54.1.0-1-libsqlitejdbc.so.lck", LONG_AGO);
    Path recent = file("sqlite-3.54.1.0-2-libsqlitejdbc.so", Duration.ofMinutes(1));
    Path another = file("something.else", LONG_AGO);

    UnpackedLibraries.sweep(folder, now);

    assertThat(old).doesNotExist();
    assertThat(lock).doesNotExist();
    assertThat(recent).exists();
    assertThat(another).exists();
  }

  /// The name is sqlite-jdbc's, so this test tells when it takes another.
  @Test
  void what_a_killed_process_unpacked_is_gone_after_the_next_start() throws Exception {
    Process killed = KilledWriter.start(folder.resolve("upkeep.db"), folder.resolve("native"), 1);
    assertThat(killed.inputReader().readLine()).isNotNull();
    killed.destroyForcibly().waitFor();
    assertThat(folder.resolve("native")).isNotEmptyDirectory();

    UnpackedLibraries.sweep(folder.resolve("native"), now);

    assertThat(folder.resolve("native")).isEmptyDirectory();
  }

  @Test
  void a_folder_that_is_not_there_is_no_trouble() {
    UnpackedLibraries.sweep(folder.resolve("nowhere"), now);

    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
