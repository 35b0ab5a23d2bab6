package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class OtherUserTest {
  private final SampleAgent agent = new SampleAgent();

  /// Everybody can come this far: what keeps others out is tested, not the folders around the
  /// tests.
  private Path open;

  @BeforeEach
  void only_as_root() throws IOException {
    assumeThat(OtherUser.canBe()).as("only root can start another user's process").isTrue();
    open = Files.createTempDirectory(Path.of("/tmp"), "upkeep-test-");
    allow(open, "rwxr-xr-x");
    Path classes = Files.createDirectories(open.resolve("dev/upkeep/control"));
    for (Path made = classes; !made.equals(open); made = Objects.requireNonNull(made.getParent())) {
      allow(made, "rwxr-xr-x");
    }
    try (InputStream in =
        Objects.requireNonNull(Stranger.class.getResourceAsStream("Stranger.class"))) {
      Files.copy(in, classes.resolve("Stranger.class"));
    }
    allow(classes.resolve("Stranger.class"), "rw-r--r--");
  }

  @AfterEach
  void delete() throws IOException {
    if (open == null) {
      return;
    }
    try (Stream<Path> inside = Files.walk(open)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void another_user_does_not_get_to_the_socket() throws Exception {
    try (Served served = Served.by(agent, open.resolve("state"))) {
      assertThat(strangerAt(served)).startsWith("started").contains("Permission denied");
    }
  }

  @Test
  void another_user_is_refused_even_where_the_modes_were_opened() throws Exception {
    try (Served served = Served.by(agent, open.resolve("state"))) {
      allow(served.place.folder(), "rwxrwxrwx");
      allow(served.place.socket(), "rwxrwxrwx");

      assertThat(strangerAt(served))
          .startsWith("started connected")
          .contains("another user")
          .doesNotContain("settings");
      assertThat(agent.calls).isEmpty();
      try (ControlClient client = served.client()) {
        assertThat(client.settings()).isEqualTo(Samples.settings());
      }
    }
  }

  private String strangerAt(Served served) throws IOException, InterruptedException {
    return OtherUser.run(open, Stranger.class, served.place.socket().toString());
  }

  private static void allow(Path path, String modes) throws IOException {
    Modes.set(path, modes);
  }
}
