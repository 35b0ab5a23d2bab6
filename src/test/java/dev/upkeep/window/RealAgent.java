package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Path;
import java.util.Optional;

/// An agent as a process, with a home of its own. Closing it kills it.
final class RealAgent implements AutoCloseable {
  private final Path home;
  private Optional<UpkeepProcess.Started> running = Optional.empty();

  /// An agent that is not started yet.
  RealAgent(Path home) {
    this.home = home;
  }

  AgentPlace place() {
    return AgentPlace.in(home);
  }

  /// Starts it, also after it was killed.
  RealAgent start() {
    running = Optional.of(upkeep().start("agent", "--headless"));
    return this;
  }

  /// Ends it as `kill -9` does.
  void kill() throws InterruptedException {
    running.orElseThrow().kill();
  }

  /// Any command with the same home.
  UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase")
        .env("UPKEEP_LABEL", "test");
  }

  /// Has a database kept before it is started.
  RealAgent with(String name, RedisServer redis) throws InterruptedException {
    UpkeepProcess.Result added = upkeep().stdin(redis.url()).run("add", name, "--every", "1h");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    return this;
  }

  /// What it has for a setting.
  String setting(String key) throws Exception {
    try (AgentApi api = ControlClient.connect(place())) {
      return String.valueOf(api.settings().values().get(key));
    }
  }

  @Override
  public void close() {
    running.ifPresent(UpkeepProcess.Started::close);
  }
}
