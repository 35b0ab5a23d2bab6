package dev.upkeep.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class HomeGuardTest {
  @TempDir private Path folder;

  private static String mode(Path path) throws IOException {
    return Modes.of(path);
  }

  private static Path with(Path path, String mode) throws IOException {
    return Modes.set(path, mode);
  }

  @Test
  void what_a_library_left_open_is_closed_at_any_depth_and_links_are_left_alone() throws Exception {
    Path cache = with(Files.createDirectory(folder.resolve("cache")), "rwxrwxrwx");
    Path below = with(Files.createDirectories(cache.resolve("a/b")), "rwxr-xr-x");
    Path library = with(Files.writeString(below.resolve("x.so"), "x"), "rwxrwxrwx");
    Path outside = with(Files.writeString(folder.resolve("outside"), "x"), "rw-rw-rw-");
    Files.createSymbolicLink(below.resolve("link"), outside);

    OwnerOnly.closeBelow(cache);

    assertThat(mode(cache)).isEqualTo("rwx------");
    assertThat(mode(below)).isEqualTo("rwx------");
    assertThat(mode(library)).isEqualTo("rwx------");
    assertThat(mode(outside)).isEqualTo("rw-rw-rw-");
    OwnerOnly.closeBelow(folder.resolve("nowhere"));
  }

  @Test
  void a_folder_is_made_for_its_owner_and_one_that_is_there_keeps_its_mode() throws Exception {
    Path there = with(Files.createDirectory(folder.resolve("there")), "rwxr-xr-x");

    assertThat(mode(OwnerOnly.folder(folder.resolve("new/deep")))).isEqualTo("rwx------");
    assertThat(mode(OwnerOnly.folder(there))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void a_folder_that_others_may_write_is_refused_and_one_that_they_may_read_is_not()
      throws Exception {
    for (String mode : new String[] {"rwxrwxrwx", "rwxrwx---", "rwx----w-"}) {
      assertThat(OwnerOnly.problem(with(folder, mode)))
          .hasValueSatisfying(problem -> assertThat(problem).contains("chmod go-w"));
    }
    for (String mode : new String[] {"rwxr-xr-x", "rwx------"}) {
      assertThat(OwnerOnly.problem(with(folder, mode))).isEmpty();
    }
    assertThat(OwnerOnly.problem(folder.resolve("nowhere"))).isEmpty();
  }

  /// As root in a user's home, and as a user in the system's.
  @Test
  void a_folder_of_somebody_else_is_refused() throws Exception {
    Path foreign = Path.of("/usr");
    if (Files.getOwner(foreign).equals(Files.getOwner(folder))) {
      foreign = folder.resolve("users");
      Files.createDirectory(foreign);
      Files.setAttribute(foreign, "unix:uid", 54_321);
    }
    Path refused = foreign;

    assertThat(OwnerOnly.problem(refused))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains(refused.toString(), "belongs to", "lock out"));
  }
}
