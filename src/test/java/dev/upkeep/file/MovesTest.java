package dev.upkeep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.testing.windows.WindowsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody has open while they get another name.
final class MovesTest {
  @TempDir private Path real;

  private final WindowsFiles windows = new WindowsFiles();
  private final AtomicInteger pauses = new AtomicInteger();
  private Path from;
  private Path to;

  @BeforeEach
  void files() throws IOException {
    from = Files.writeString(windows.path(real.resolve("new")), "new");
    to = Files.writeString(windows.path(real.resolve("old")), "old");
  }

  private void replace(Path one, Path other) throws IOException {
    Moves.replace(one, other, pauses::incrementAndGet);
  }

  @Test
  void a_reader_that_lets_go_in_time_does_no_harm() throws IOException {
    windows.hold(to, 5);
    replace(from, to);

    assertThat(Files.readString(to)).isEqualTo("new");
    assertThat(pauses).hasValue(5);
  }

  @Test
  void a_scanner_of_the_new_file_does_no_harm() throws IOException {
    windows.hold(from, 2);
    replace(from, to);

    assertThat(Files.readString(to)).isEqualTo("new");
  }

  @Test
  void one_that_never_lets_go_is_told_after_a_second() {
    windows.hold(to, Integer.MAX_VALUE);

    assertThatThrownBy(() -> replace(from, to)).isInstanceOf(FileSystemException.class);
    assertThat(from).hasContent("new");
    assertThat(to).hasContent("old");
    assertThat(pauses).hasValueBetween(15, 40);
  }

  @Test
  void what_will_not_pass_is_told_at_once() throws IOException {
    Files.delete(from);

    assertThatThrownBy(() -> replace(from, to)).isInstanceOf(NoSuchFileException.class);
    assertThat(pauses).hasValue(0);
  }

  @Test
  void settings_are_saved_while_a_scanner_looks_at_them() throws IOException {
    windows.hold(to, 3);

    new AtomicFile().replace(to, "saved".getBytes(StandardCharsets.UTF_8));

    assertThat(Files.readString(to)).isEqualTo("saved");
  }
}
