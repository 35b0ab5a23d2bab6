package dev.upkeep.control.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.testing.windows.WindowsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place of an agent by the rules of Windows.
final class WindowsPlaceTest {
  @TempDir private Path real;

  private final WindowsFiles windows = new WindowsFiles();

  private AgentPlace place(String name) {
    return new AgentPlace(windows.path(real).resolve(name), windows.path(real));
  }

  @Test
  void the_file_of_a_socket_is_never_opened() throws IOException {
    Path socket = Files.createFile(windows.path(real).resolve("agent.sock"));
    windows.reparsePoint(socket);
    SocketFile file = new SocketFile(socket);

    assertThat(file.exists()).isTrue();
    assertThat(file.inode()).isPresent();
    assertThat(file.owner()).isEqualTo(WindowsFiles.ADMINISTRATORS);
    file.restrict();
    file.delete();

    assertThat(file.exists()).isFalse();
    assertThat(real.resolve("agent.sock")).doesNotExist();
  }

  @Test
  void an_agent_begins_where_there_are_no_modes() throws IOException {
    AgentPlace place = place("state");

    InstanceLock lock = InstanceLock.tryAcquire(place).orElseThrow();
    place.tell(new AgentPlace.Info(7, 1, place.socket(), Instant.EPOCH));
    lock.close();

    assertThat(place.info().map(AgentPlace.Info::pid)).contains(7L);
  }

  @Test
  void a_command_that_reads_the_note_does_not_keep_the_agent_from_writing_it() throws IOException {
    AgentPlace place = place("state");
    place.prepare();
    place.tell(new AgentPlace.Info(7, 1, place.socket(), Instant.EPOCH));
    windows.hold(place.infoFile(), 3);

    place.tell(new AgentPlace.Info(8, 1, place.socket(), Instant.EPOCH));

    assertThat(place.info().map(AgentPlace.Info::pid)).contains(8L);
  }

  @Test
  void a_short_folder_that_belongs_to_the_administrators_is_the_users() throws IOException {
    windows.account(System.getProperty("user.name"));
    AgentPlace place = place("d".repeat(110));

    place.prepare();
    place.verify();

    assertThat(place.socket().toString()).contains("upkeep-");
  }

  @Test
  void a_short_folder_that_others_may_use_is_not_taken() throws IOException {
    windows.account(System.getProperty("user.name"));
    AgentPlace place = place("d".repeat(110));
    Path shortFolder = Files.createDirectory(place.socket().getParent());
    windows.list(
        shortFolder,
        List.of(
            AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(WindowsFiles.EVERYONE)
                .build()));

    assertThatThrownBy(place::prepare).hasMessageContaining("is open to others");
  }
}
