package dev.upkeep.bench;

import dev.upkeep.control.AgentApi;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.store.History;
import dev.upkeep.history.store.NewTouch;
import dev.upkeep.testing.Signals;
import dev.upkeep.testing.Wait;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A home folder with databases and their history, and the agent that keeps it. The schedule rests:
/// nothing is touched while something is measured.
final class BenchHome implements AutoCloseable {
  private static final int BATCH = 10_000;
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final Path folder;
  private final Map<String, String> environment;
  private Optional<Process> agent = Optional.empty();

  private BenchHome(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /// Fills a new home.
  ///
  /// @param touches up to now, ten minutes apart
  /// @param screen the variables that lead to one
  static BenchHome with(int databases, int touches, Map<String, String> screen) throws Exception {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-home-")
            .toAbsolutePath();
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
    List<Database> defined = IntStream.range(0, databases).mapToObj(BenchHome::database).toList();
    new DefinitionsFile(paths.definitionsFile(), InstantSource.system())
        .save(Definitions.EMPTY.put(defined));
    try (History history =
        History.open(
            paths.historyFile(),
            folder.resolve("native"),
            Instant.now(),
            notice -> {
              throw new IllegalStateException(notice.sentence());
            })) {
      fill(history, defined.stream().map(Database::id).toList(), touches);
    }
    Map<String, String> environment = new HashMap<>(screen);
    environment.putAll(environment(folder));
    return new BenchHome(folder, Map.copyOf(environment));
  }

  /// Starts the agent, and gives it as soon as it answers.
  AgentApi start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process started =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("agent.out").toFile())
            .start();
    agent = Optional.of(started);
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
    return connect();
  }

  Process agent() {
    return agent.orElseThrow();
  }

  /// The agent's share of the memory, after a collection, in MiB.
  double agentMemory() throws IOException, InterruptedException {
    String pid = Long.toString(agent().pid());
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return new ProcessFigures(agent().pid()).pss();
  }

  /// The whole environment of a program in this home.
  Map<String, String> environment() {
    return environment;
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "PATH",
        String.valueOf(System.getenv("PATH")),
        "HOME",
        folder.toString(),
        "LC_ALL",
        "C.UTF-8",
        "UPKEEP_HOME",
        folder.toString(),
        "UPKEEP_PASSPHRASE",
        "passphrase",
        "KEEPALIVE_ENABLED",
        "false",
        // Not the bus of whoever builds: nothing of this belongs into their panel.
        "DBUS_SESSION_BUS_ADDRESS",
        "unix:path=" + folder.resolve("no-bus"));
  }

  Path folder() {
    return folder;
  }

  private AgentApi connect() {
    return Wait.until("agent", () -> AgentInHome.connect(folder));
  }

  private static Database database(int number) {
    return Database.of(
        new UUID(1, number),
        "project-" + number,
        new Endpoint.Redis("127.0.0.1", 6379, Optional.of("default"), false));
  }

  private static void fill(History history, List<UUID> databases, int touches) {
    Random random = new Random(20260315);
    Instant first = Instant.now().minus(INTERVAL.multipliedBy(touches / databases.size()));
    List<NewTouch> batch = new ArrayList<>();
    for (int i = 0; i < touches; i++) {
      int round = i / databases.size();
      Instant at = first.plus(INTERVAL.multipliedBy(round)).plusMillis(i % databases.size());
      Outcome outcome =
          random.nextInt(100) == 0
              ? new Outcome.Failed(FailureKind.TIMEOUT, "No answer within 10 s.", "Is it there?")
              : new Outcome.Alive(
                  Evidence.WRITE,
                  Duration.ofMillis(20 + random.nextInt(100)),
                  Optional.empty(),
                  Optional.empty());
      Touch touch = new Touch(at, outcome, 1, Timings.NONE, Optional.empty());
      UUID database = databases.get(i % databases.size());
      batch.add(new NewTouch(database, touch, TouchMode.WRITE, at.plus(INTERVAL)));
      if (batch.size() == BATCH || i == touches - 1) {
        history.record(batch);
        batch.clear();
      }
    }
  }

  @Override
  public void close() throws IOException {
    agent.ifPresent(running -> Signals.end(running, 10));
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
