package dev.upkeep.control.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.OtherUser;
import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.Samples;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class AgentPlaceTest {
  private final SampleAgent agent = new SampleAgent();
  @TempDir private Path temporary;
  private Path state;
  private Path shared;

  @BeforeEach
  void places() throws IOException {
    state = temporary.resolve("state");
    shared = Files.createDirectory(temporary.resolve("tmp"));
  }

  @Test
  void everything_is_the_owners_alone() throws IOException {
    try (Served served = Served.by(agent, state)) {
      assertThat(modes(state)).isEqualTo("rwx------");
      assertThat(modes(served.place.socket())).isEqualTo("rw-------");
      assertThat(modes(served.place.infoFile())).isEqualTo("rw-------");
      assertThat(modes(served.place.lockFile())).isEqualTo("rw-------");
    }
  }

  @Test
  void a_state_folder_that_was_there_keeps_its_mode_and_what_is_in_it_is_the_owners()
      throws IOException {
    Files.createDirectory(state);
    Modes.set(state, "rwxr-xr-x");

    try (Served served = Served.by(agent, state)) {
      assertThat(modes(state)).isEqualTo("rwxr-xr-x");
      assertThat(modes(served.place.socket())).isEqualTo("rw-------");
      assertThat(modes(served.place.infoFile())).isEqualTo("rw-------");
      assertThat(modes(served.place.lockFile())).isEqualTo("rw-------");
    }
  }

  @Test
  void the_agent_tells_who_it_is_while_it_runs() throws IOException {
    AgentPlace place = AgentPlace.in(state);
    try (Served _ = Served.by(agent, state)) {
      assertThat(place.info())
          .contains(
              new AgentPlace.Info(
                  ProcessHandle.current().pid(), Wire.VERSION, place.socket(), Samples.NOW));
    }
    assertThat(place.info()).isEmpty();
    assertThat(place.socket()).doesNotExist();
  }

  @Test
  void a_note_that_is_damaged_is_none() throws IOException {
    Files.createDirectory(state);
    AgentPlace place = AgentPlace.in(state);
    Files.writeString(place.infoFile(), "{\"pid\":1,\"protocol\":1,\"socket\":\"\\u0000\"}");

    assertThat(place.info()).isEmpty();
  }

  @Test
  void a_short_path_stays_in_the_state_folder() throws IOException {
    Path folder = Path.of("/x".repeat(44));

    assertThat(new AgentPlace(folder, shared).socket()).isEqualTo(folder.resolve("agent.sock"));
  }

  @Test
  void a_long_path_moves_to_a_folder_of_its_own() throws Exception {
    Path longState = Files.createDirectories(temporary.resolve("ä".repeat(60)));
    assumeThat(AgentPlace.in(longState).folder().getFileSystem().supportedFileAttributeViews())
        .contains("unix");

    try (Served served = Served.by(agent, longState);
        ControlClient client = served.client()) {
      Path socket = served.place.socket();
      Path parent = Objects.requireNonNull(socket.getParent());
      assertThat(parent.toString())
          .matches("/tmp/upkeep-" + Files.getAttribute(longState, "unix:uid") + "-[0-9a-f]{16}");
      assertThat(modes(parent)).isEqualTo("rwx------");
      assertThat(modes(socket)).isEqualTo("rw-------");
      assertThat(client.settings()).isEqualTo(Samples.settings());
    } finally {
      Files.deleteIfExists(folderOfSocket(AgentPlace.in(longState)));
    }
  }

  @Test
  void a_folder_that_is_a_link_is_refused() throws IOException {
    AgentPlace place = longPlace();
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folderOfSocket(place), elsewhere);

    assertThatThrownBy(() -> InstanceLock.tryAcquire(place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a folder");
    assertThatThrownBy(() -> ControlClient.connect(place)).isInstanceOf(AgentException.Gone.class);
  }

  @Test
  void a_folder_that_is_open_to_others_is_refused_and_left_as_it_is() throws IOException {
    AgentPlace place = longPlace();
    Path prepared = Files.createDirectory(folderOfSocket(place));
    Modes.set(prepared, "rwxr-x---");

    assertThatThrownBy(() -> InstanceLock.tryAcquire(place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is open to others");
    assertThat(modes(prepared)).isEqualTo("rwxr-x---");
  }

  @Test
  void a_folder_of_somebody_else_is_refused() throws IOException {
    AgentPlace place = longPlace();
    Path prepared =
        Files.createDirectory(folderOfSocket(place), Modes.at(folderOfSocket(place), "rwx------"));
    assumeThat(OtherUser.canBe()).as("only root can give a folder away").isTrue();
    Files.setAttribute(prepared, "unix:uid", OtherUser.ID);

    assertThatThrownBy(() -> InstanceLock.tryAcquire(place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to somebody else");
  }

  private AgentPlace longPlace() throws IOException {
    Path longState = Files.createDirectories(temporary.resolve("x".repeat(120)));
    return new AgentPlace(longState, shared);
  }

  private static String modes(Path path) throws IOException {
    return Modes.of(path);
  }

  private static Path folderOfSocket(AgentPlace place) throws IOException {
    return Objects.requireNonNull(place.socket().getParent());
  }
}
