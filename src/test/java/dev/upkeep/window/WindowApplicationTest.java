package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WindowApplicationTest {
  @Test
  void the_desktop_file_names_the_class_of_our_windows() throws Exception {
    assertThat(Files.readAllLines(Path.of("jpackage/linux/upkeep.desktop")))
        .as("by which docks find our icon; the toolkit takes it from the class")
        .contains("StartupWMClass=" + WindowApplication.class.getName());
  }
}
