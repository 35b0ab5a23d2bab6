package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.page.WindowMemory.Geometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the window was, in a file of ours.
final class FilePreferencesTest {
  private static final Geometry PLACE = new Geometry(-10, 20.5, 900, 600, true);

  @TempDir private Path state;

  @Test
  void another_process_finds_it_and_it_lies_in_the_state_folder_alone() throws IOException {
    WindowMemory.in(state).keep(PLACE);
    WindowMemory.in(state).keep(Appearance.DARK);

    assertThat(WindowMemory.in(state).geometry()).contains(PLACE);
    assertThat(WindowMemory.in(state).appearance()).isEqualTo(Appearance.DARK);
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files).containsExactly(state.resolve("window.properties"));
    }
  }

  @Test
  void a_file_that_is_none_of_ours_is_as_good_as_none() throws IOException {
    Files.writeString(state.resolve("window.properties"), "width=\\" + "uZZZZ");

    assertThat(WindowMemory.in(state).geometry()).isEmpty();
    WindowMemory.in(state).keep(PLACE);
    assertThat(WindowMemory.in(state).geometry()).contains(PLACE);
  }
}
