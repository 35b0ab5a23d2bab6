package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.peers.Peer;
import dev.upkeep.testing.peers.PeerProcess;
import dev.upkeep.window.RealAgent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was tested before it was kept is what the agent does afterwards, at servers of every maker.
@EnabledIfSystemProperty(named = "upkeep.peers", matches = ".+")
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "x86_64"})
final class PeerAgentIT {
  @TempDir private static Path home;
  @TempDir private static Path folder;

  private static RealAgent agent;

  @BeforeAll
  static void start() {
    agent = new RealAgent(home).start();
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  static List<Peer> peers() {
    return Peer.all();
  }

  @ParameterizedTest
  @MethodSource("peers")
  void an_agent_keeps_it_alive_three_times_in_a_row(Peer peer) throws Exception {
    try (PeerProcess server = peer.start(folder)) {
      UpkeepProcess.Result added =
          agent.upkeep().stdin("redis://127.0.0.1:" + server.port()).run("add", peer.toString());
      assertThat(added.exitCode()).as(added.everything()).isZero();
      for (int i = 0; i < 3; i++) {
        UpkeepProcess.Result touched = agent.upkeep().run("touch", peer.toString(), "--json");
        assertThat(touched.exitCode()).as(touched.everything()).isZero();
        assertThat(touched.out()).contains("\"evidence\":\"write\"");
      }
      UpkeepProcess.Result history =
          agent.upkeep().run("history", peer.toString(), "--format", "json");
      assertThat(history.out()).contains("\"alive\"").doesNotContain("\"failed\"");
      assertThat(agent.upkeep().run("remove", peer.toString(), "--yes").exitCode()).isZero();
    }
  }
}
