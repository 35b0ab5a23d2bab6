package dev.upkeep.desktop.linux.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionBusTest {
  private static final String ADDRESS = "DBUS_SESSION_BUS_ADDRESS";

  @TempDir private Path folder;
  private Path runtimeFolder;

  @BeforeEach
  void placeSocket() throws IOException {
    System.clearProperty(ADDRESS);
    runtimeFolder = Files.createDirectory(folder.resolve("a,b=c"));
    Files.createFile(runtimeFolder.resolve("bus"));
  }

  @AfterEach
  void forget() {
    System.clearProperty(ADDRESS);
  }

  @Test
  void the_socket_in_the_runtime_folder_is_made_known() {
    SessionBus.makeKnown(Map.of("XDG_RUNTIME_DIR", runtimeFolder.toString()));
    assertThat(System.getProperty(ADDRESS)).isEqualTo("unix:path=" + folder + "/a%2cb%3dc/bus");
  }

  @Test
  void what_is_set_already_stays() {
    SessionBus.makeKnown(
        Map.of("XDG_RUNTIME_DIR", runtimeFolder.toString(), ADDRESS, "unix:path=/other"));
    assertThat(System.getProperty(ADDRESS)).isNull();

    System.setProperty(ADDRESS, "unix:path=/another");
    SessionBus.makeKnown(Map.of("XDG_RUNTIME_DIR", runtimeFolder.toString()));
    assertThat(System.getProperty(ADDRESS)).isEqualTo("unix:path=/another");
  }

  @Test
  void where_there_is_no_socket_nothing_is_made_known() {
    SessionBus.makeKnown(Map.of());
    SessionBus.makeKnown(Map.of("XDG_RUNTIME_DIR", ""));
    SessionBus.makeKnown(Map.of("XDG_RUNTIME_DIR", folder.toString()));
    assertThat(System.getProperty(ADDRESS)).isNull();
  }
}
