package dev.upkeep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.testing.windows.WindowsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of ours where the file system has no POSIX permissions.
final class NoModesTest {
  @TempDir private Path real;

  private Path folder() {
    return new WindowsFiles().path(real);
  }

  @Test
  void everything_that_makes_files_makes_them_there_too() throws IOException {
    Path file = folder().resolve("a/b/file");

    new AtomicFile().replace(file, "one".getBytes(StandardCharsets.UTF_8));
    OwnerOnly.restrict(file);
    OwnerOnly.letAllRead(file);
    OwnerOnly.close(file);
    OwnerOnly.closeBelow(folder());
    OwnerOnly.newFile(file.resolveSibling("new"));
    OwnerOnly.newFolder(file.resolveSibling("folder"));

    assertThat(OwnerOnly.problem(folder())).isEmpty();
    assertThat(BoundedFile.isOpenToOthers(file, Duration.ofSeconds(20))).isFalse();
    assertThatThrownBy(() -> OwnerOnly.newFile(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
