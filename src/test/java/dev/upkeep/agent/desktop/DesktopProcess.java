package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Touched;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.database.Database;
import dev.upkeep.history.Filter;
import dev.upkeep.testing.Picture;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `upkeep agent` as a process on a [RealDesktop], with one database in a real Redis, whose
/// password rests in the desktop's keychain. Closing it kills the agent.
final class DesktopProcess implements AutoCloseable {
  private static final String KEY = Database.DEFAULT_KEY;

  /// The green of the mark for a dark panel, which nothing else on the screen has.
  private static final int ALIVE = 0x3FB950;

  private final RealDesktop desktop;
  private final Path home;
  private final RedisServer redis;
  private final UpkeepProcess.Started process;
  private final ControlClient client;

  private DesktopProcess(
      RealDesktop desktop,
      Path home,
      RedisServer redis,
      UpkeepProcess.Started process,
      ControlClient client) {
    this.desktop = desktop;
    this.home = home;
    this.redis = redis;
    this.process = process;
    this.client = client;
  }

  /// Defines the database and starts the agent, and waits until it has touched and answers.
  ///
  /// @param home an empty folder for everything that Upkeep writes
  /// @param redis with a password
  /// @param javaOptions of the agent
  static DesktopProcess start(
      RealDesktop desktop, Path home, RedisServer redis, String... javaOptions)
      throws InterruptedException {
    UpkeepProcess.Result added =
        upkeep(desktop, home).stdin(redis.url()).run("add", "shop", "--every", "1m");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    UpkeepProcess agent = upkeep(desktop, home);
    List.of(javaOptions).forEach(agent::javaOption);
    UpkeepProcess.Started process = agent.start("agent");
    ControlClient client = Wait.until("agent that answers", () -> connect(home));
    return new DesktopProcess(desktop, home, redis, process, client);
  }

  private static UpkeepProcess upkeep(RealDesktop desktop, Path home) {
    UpkeepProcess upkeep = new UpkeepProcess();
    desktop.environment().forEach(upkeep::env);
    return upkeep
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_LABEL", "test")
        // That of the computer is none of the test's business.
        .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + home.resolve("no-system-bus"));
  }

  private static Optional<ControlClient> connect(Path home) {
    try {
      return Files.exists(home.resolve("agent.json"))
          ? Optional.of(ControlClient.connect(AgentPlace.in(home)))
          : Optional.empty();
    } catch (AgentException notYet) {
      return Optional.empty();
    }
  }

  ControlClient client() {
    return client;
  }

  /// Touches now, as a person does, and asserts that Redis has it and the history tells it.
  void touch() throws AgentException {
    int before = touches();
    Optional<Instant> stampBefore = stamp();
    UUID database = client.snapshot().databases().getFirst().database().id();
    List<Touched> touched = client.touch(List.of(database));

    assertThat(touched)
        .singleElement()
        .satisfies(it -> assertThat(it.touch().outcome()).isInstanceOf(Outcome.Alive.class));
    assertThat(stamp()).isPresent().isNotEqualTo(stampBefore);
    assertThat(touches()).isGreaterThan(before);
  }

  /// When Redis was last written to by us.
  Optional<Instant> stamp() {
    return Stamp.parse(redis.command("GET", KEY)).map(Stamp::at);
  }

  /// How many touches the history tells of, all of them successful.
  int touches() {
    try {
      var all = client.history(Filter.ALL, Optional.empty(), 200).touches();
      assertThat(all).allSatisfy(it -> assertThat(it.evidence()).isPresent());
      return all.size();
    } catch (AgentException e) {
      throw new AssertionError(e);
    }
  }

  /// The lines of the log file so far, without time, level and class.
  List<String> log() {
    try (var lines = Files.lines(home.resolve("logs/upkeep.log"))) {
      return lines.map(line -> line.replaceFirst("^\\[[^]]+] [A-Z]+ \\w+: ", "")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the log has as many lines more, and gives what is new.
  ///
  /// @param from the number of lines that are known
  List<String> awaitLog(int from, int more) {
    Wait.until(
        "%d lines in the log after %d".formatted(more, from), () -> log().size() >= from + more);
    return logAfter(from);
  }

  List<String> logAfter(int from) {
    List<String> all = log();
    return all.subList(from, all.size());
  }

  /// Waits until the panel shows that all is well, and gives the place.
  Picture.Area awaitIcon() {
    return desktop.screen().await(ALIVE, 100);
  }

  /// Asks the agent to stop, and waits for its end.
  UpkeepProcess.Result stop() throws AgentException, InterruptedException {
    client.stop();
    return process.await();
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
