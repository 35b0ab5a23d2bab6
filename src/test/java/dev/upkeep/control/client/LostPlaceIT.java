package dev.upkeep.control.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.Samples;
import dev.upkeep.control.instance.Served;
import dev.upkeep.testing.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is taken away under a running agent: its socket, its note, its lock, the whole folder.
@Timeout(120)
final class LostPlaceIT {
  private final SampleAgent agent = new SampleAgent();
  @TempDir private Path folder;

  private static void assertAnswers(Served served) throws Exception {
    try (ControlClient client = served.client()) {
      assertThat(client.settings()).isEqualTo(Samples.settings());
    }
  }

  @Test
  void a_socket_that_was_removed_is_there_again() throws Exception {
    try (Served served = Served.by(agent, folder)) {
      Files.delete(served.place.socket());

      assertThat(served.server.tend()).isTrue();

      assertAnswers(served);
    }
  }

  @Test
  void whoever_is_connected_notices_nothing_of_it() throws Exception {
    try (Served served = Served.by(agent, folder);
        ControlClient client = served.client()) {
      Files.delete(served.place.socket());
      served.server.tend();

      assertThat(client.settings()).isEqualTo(Samples.settings());
    }
  }

  @Test
  void a_file_in_place_of_the_socket_is_replaced() throws Exception {
    try (Served served = Served.by(agent, folder)) {
      Files.delete(served.place.socket());
      Files.writeString(served.place.socket(), "x");

      served.server.tend();

      assertAnswers(served);
    }
  }

  @Test
  void a_note_that_was_removed_is_there_again() throws Exception {
    try (Served served = Served.by(agent, folder)) {
      Files.delete(served.place.infoFile());

      served.server.tend();

      assertThat(served.place.info()).isPresent();
    }
  }

  @Test
  void a_whole_folder_that_was_removed_is_there_again_and_still_locked() throws Exception {
    Path state = folder.resolve("state");
    try (Served served = Served.by(agent, state)) {
      Scratch.delete(state);

      served.server.tend();

      assertAnswers(served);
      Process second = Keeper.start(state, false);
      assertThat(Keeper.firstLine(second)).isEqualTo("running");
      second.waitFor();
    }
  }

  @Test
  void a_lock_that_somebody_else_has_now_is_left_to_him_with_his_socket() throws Exception {
    Process second;
    try (Served served = Served.by(agent, folder)) {
      Files.delete(served.place.lockFile());
      Files.delete(served.place.socket());
      second = Keeper.start(folder);
      assertThat(Keeper.firstLine(second)).isEqualTo("serving");

      assertThat(served.server.tend()).isFalse();
      served.server.close();

      assertAnswers(served);
      assertThat(served.place.info().orElseThrow().pid()).isEqualTo(second.pid());
    }
    second.destroyForcibly().waitFor();
  }

  @Test
  void what_keeps_a_socket_from_being_made_keeps_no_agent_from_beginning() throws Exception {
    Path inTheWay = Files.createDirectories(folder.resolve("agent.sock").resolve("x"));
    try (Served served = Served.by(agent, folder)) {
      assertThat(served.server.tend()).isTrue();

      Files.delete(inTheWay);
      Files.delete(parent(inTheWay));
      served.server.tend();

      assertAnswers(served);
      assertThat(served.place.info()).isPresent();
    }
  }

  private static Path parent(Path path) throws IOException {
    return Objects.requireNonNull(path.getParent());
  }
}
