package dev.upkeep.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.testing.Modes;
import dev.upkeep.testing.windows.WindowsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RotatingFileTest {
  @TempDir private Path folder;

  private Path log() {
    // A folder may be called anything; this is where patterns go wrong.
    return folder.resolve("100 %d %i").resolve("upkeep.log");
  }

  private static void write(RotatingFile file, String... lines) throws IOException {
    for (String line : lines) {
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(log().getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_full_file_makes_room_and_only_the_oldest_goes() throws Exception {
    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      write(file, "1111", "2222", "3333", "4444", "5555", "6666", "7777");
    }

    assertThat(names()).containsExactly("upkeep.log", "upkeep.log.1", "upkeep.log.2");
    assertThat(log()).hasContent("7777");
    assertThat(log().resolveSibling("upkeep.log.1")).hasContent("5555\n6666");
    assertThat(log().resolveSibling("upkeep.log.2")).hasContent("3333\n4444");
  }

  @Test
  void it_goes_on_where_it_stopped() throws Exception {
    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      write(file, "1111");
    }
    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      write(file, "2222", "3333");
    }

    assertThat(log()).hasContent("3333");
    assertThat(log().resolveSibling("upkeep.log.1")).hasContent("1111\n2222");
  }

  @Test
  void a_line_is_never_split_even_if_it_is_too_long_for_any_file() throws Exception {
    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      write(file, "1111", "a line that is too long", "3333");
    }

    assertThat(log()).hasContent("3333");
    assertThat(log().resolveSibling("upkeep.log.1")).hasContent("a line that is too long");
  }

  @Test
  void nobody_else_can_read_it_whatever_it_was_before() throws Exception {
    Files.createDirectories(log().getParent());
    Files.writeString(log(), "0000\n");
    Modes.set(log(), "rw-r--r--");

    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      write(file, "1111", "2222");
    }

    for (String name : names()) {
      assertThat(Modes.of(log().resolveSibling(name))).as(name).isEqualTo("rw-------");
    }
    assertThat(names()).hasSize(2);
  }

  @Test
  void after_a_failure_the_next_line_is_tried_again() throws Exception {
    Files.writeString(log().getParent(), "a file where the folder should be");
    try (RotatingFile file = new RotatingFile(log(), 10, 3)) {
      assertThatThrownBy(() -> write(file, "1111")).isInstanceOf(IOException.class);
      Files.delete(log().getParent());

      write(file, "2222");
    }

    assertThat(log()).hasContent("2222");
  }

  @Test
  void while_somebody_looks_at_it_on_windows_no_line_and_no_old_file_is_lost() throws Exception {
    WindowsFiles windows = new WindowsFiles();
    Path log = windows.path(folder).resolve("upkeep.log");
    try (RotatingFile file = new RotatingFile(log, 10, 3)) {
      write(file, "1111", "2222", "3333", "4444", "5555", "6666");
      windows.hold(log, Integer.MAX_VALUE);
      write(file, "7777", "8888", "9999");

      assertThat(log).content().isEqualTo("5555\n6666\n7777\n8888\n9999\n");
      assertThat(log.resolveSibling("upkeep.log.1")).content().isEqualTo("3333\n4444\n");
      assertThat(log.resolveSibling("upkeep.log.2")).content().isEqualTo("1111\n2222\n");

      windows.release(log);
      write(file, "0000");
    }

    assertThat(log).content().isEqualTo("0000\n");
    assertThat(log.resolveSibling("upkeep.log.1"))
        .content()
        .isEqualTo("5555\n6666\n7777\n8888\n9999\n");
    assertThat(log.resolveSibling("upkeep.log.2")).content().isEqualTo("3333\n4444\n");
  }

  @Test
  void while_somebody_looks_at_an_old_one_on_windows_nothing_else_goes() throws Exception {
    WindowsFiles windows = new WindowsFiles();
    Path log = windows.path(folder).resolve("upkeep.log");
    try (RotatingFile file = new RotatingFile(log, 5, 4)) {
      write(file, "1111", "2222", "3333");
      windows.hold(log.resolveSibling("upkeep.log.1"), 2);
      write(file, "4444", "5555", "6666");
    }

    assertThat(log).content().isEqualTo("6666\n");
    assertThat(log.resolveSibling("upkeep.log.1")).content().isEqualTo("4444\n5555\n");
    assertThat(log.resolveSibling("upkeep.log.2")).content().isEqualTo("3333\n");
    assertThat(log.resolveSibling("upkeep.log.3")).content().isEqualTo("2222\n");
  }
}
