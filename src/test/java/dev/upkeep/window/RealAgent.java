package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An agent as a process, with a home of its own. Closing it kills it.
public final class RealAgent implements AutoCloseable {
  private final Path state;
  private final Map<String, String> environment;
  private final List<String> javaOptions;
  private Optional<UpkeepProcess.Started> running = Optional.empty();

  private RealAgent(Path state, Map<String, String> environment, List<String> javaOptions) {
    this.state = state;
    this.environment = environment;
    this.javaOptions = javaOptions;
  }

  /// An agent that is not started yet, with everything in one folder.
  public RealAgent(Path home) {
    this(home, Map.of("UPKEEP_HOME", home.toString()), List.of());
  }

  /// One that an installed launcher starts, with its files where they belong in a home.
  public static RealAgent installed(Path home, Path launcher) {
    return new RealAgent(
        home.resolve("state/upkeep"),
        Map.of(
            "HOME", home.toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString(),
            "XDG_CACHE_HOME", home.resolve("cache").toString()),
        List.of("-Dupkeep.launcher=" + launcher));
  }

  /// The same, with a variable more.
  public RealAgent env(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new RealAgent(state, more, javaOptions);
  }

  public AgentPlace place() {
    return AgentPlace.in(state);
  }

  /// Starts it, also after it was killed.
  public RealAgent start() {
    running = Optional.of(upkeep().start("agent", "--headless"));
    return this;
  }

  /// Ends it as `kill -9` does.
  public void kill() throws InterruptedException {
    running.orElseThrow().kill();
  }

  /// Any command with the same home.
  public UpkeepProcess upkeep() {
    UpkeepProcess upkeep =
        new UpkeepProcess()
            .env(environment)
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .env("UPKEEP_LABEL", "test");
    javaOptions.forEach(upkeep::javaOption);
    return upkeep;
  }

  /// Has a database kept before it is started.
  public RealAgent with(String name, RedisServer redis) throws InterruptedException {
    UpkeepProcess.Result added = upkeep().stdin(redis.url()).run("add", name, "--every", "1h");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    return this;
  }

  /// What it has for a setting.
  public String setting(String key) throws Exception {
    try (AgentApi api = ControlClient.connect(place())) {
      return String.valueOf(api.settings().values().get(key));
    }
  }

  @Override
  public void close() {
    running.ifPresent(UpkeepProcess.Started::close);
  }
}
