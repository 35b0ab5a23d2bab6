package dev.upkeep.agent;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.instance.InstanceLock;
import dev.upkeep.control.server.ControlServer;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.Health;
import dev.upkeep.history.Verdict;
import dev.upkeep.secret.References;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// An agent in a world that breaks and mends without an end: full disks, missing sockets, wrong
/// clocks, locked stores, names that lead astray. Afterwards everything has to be as if nothing had
/// been. Arguments: how long (ISO 8601), a seed.
///
/// Needs `-Djdk.net.hosts.file` to name a file of its own, by which names are resolved. Disks are
/// filled only where a small one can be mounted.
// Closing waits for a program, so that it can be interrupted.
@SuppressWarnings("try")
final class ChaosRun implements AutoCloseable {
  private static final String PASSWORD = "c4n4ry-Pa55word";
  private static final String FOREIGN = "g\u00e4nse\u9d5e-Pa55wort";
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofMinutes(4);
  private static final int DATABASES = 6;
  private static final PrintStream OUT = System.out;

  private final Random random;
  private final Path home;
  private final Path hosts = Path.of(System.getProperty("jdk.net.hosts.file"));
  private final boolean mounted;
  private final RedisServer plain = RedisServer.builder().password(PASSWORD).start();
  private final RedisServer foreign = RedisServer.builder().password(FOREIGN).start();
  private final ChaosStore store = new ChaosStore();
  private final ConcurrentLinkedQueue<Change.HealthChanged> alarms = new ConcurrentLinkedQueue<>();
  private final List<String> problems = new ArrayList<>();
  private volatile Duration ahead = Duration.ZERO;
  private final Core core;
  private final ControlServer server;
  private final AgentPlace place;

  private ChaosRun(long seed) throws Exception {
    random = new Random(seed);
    home = Scratch.folder("chaos");
    mounted = mount();
    names("127.0.0.1");
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", home.toString()), home, Optional.empty());
    place = AgentPlace.in(paths.state());
    InstanceLock lock = InstanceLock.tryAcquire(place).orElseThrow();
    core =
        Core.open(
            CoreRig.plan(paths, true, "chaos"),
            new Secrets(store, new References(Map.of())),
            () -> Instant.now().plus(ahead));
    server = new ControlServer(lock, core.api(), () -> Instant.now().plus(ahead));
    server.start();
    core.tendToo(() -> {
      boolean _ = server.tend();
    });
  }

  public static void main(String[] arguments) throws Exception {
    Duration length = Duration.parse(arguments.length > 0 ? arguments[0] : "PT20M");
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    OUT.println("chaos: " + length + ", seed " + seed);
    try (ChaosRun run = new ChaosRun(seed)) {
      run.begin();
      run.breakThings(length);
      run.check();
      run.problems.forEach(OUT::println);
      OUT.println(run.problems.isEmpty() ? "chaos: nothing was lost" : "chaos: FAILED");
      System.exit(run.problems.isEmpty() ? 0 : 1);
    }
  }

  /// Where it may, the home gets a disk of its own that is small enough to be filled.
  private boolean mount() throws IOException, InterruptedException {
    Process mount =
        new ProcessBuilder(
                "mount", "-t", "tmpfs", "-o", "size=24m,nr_inodes=300", "chaos", home.toString())
            .redirectErrorStream(true)
            .start();
    boolean done = mount.waitFor() == 0;
    OUT.println(done ? "chaos: a disk of 24 MiB" : "chaos: no disk can be mounted, none is filled");
    return done;
  }

  private void names(String address) {
    StringBuilder text = new StringBuilder("127.0.0.1 localhost\n");
    if (!address.isEmpty()) {
      for (int n = 0; n < DATABASES; n++) {
        text.append(address).append(" db").append(n).append(".chaos.test\n");
      }
    }
    try {
      Files.writeString(hosts, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() throws Exception {
    AgentApi api = core.api();
    api.changeSettings(api.settings().revision(), Map.of("interval", "1m"));
    for (int n = 0; n < DATABASES; n++) {
      boolean ours = n % 2 == 0;
      Database database =
          Database.of(
              UUID.randomUUID(),
              "db" + n,
              new Endpoint.Redis(
                  "db" + n + ".chaos.test",
                  ours ? plain.port() : foreign.port(),
                  Optional.of("default"),
                  false));
      api.add(new NewDatabase(database, Optional.of(Secret.of(ours ? PASSWORD : FOREIGN)), false));
    }
    var _ =
        api.watch(
            new Watcher() {
              @Override
              public void snapshot(Snapshot snapshot) {}

              @Override
              public void changed(Change change) {
                if (change instanceof Change.HealthChanged health
                    && health.to().to() == Health.DOWN) {
                  alarms.add(health);
                }
              }

              @Override
              public void ended(String reason) {}
            });
  }

  private void breakThings(Duration length) throws Exception {
    Instant end = Instant.now().plus(length);
    while (Instant.now().isBefore(end)) {
      int what = random.nextInt(7);
      Duration time = Duration.ofSeconds(5 + random.nextInt(35));
      switch (what) {
        case 0 -> during("the disk is full", time, this::fillDisk, this::freeDisk);
        case 1 -> during("no inodes are left", time, this::useInodes, this::freeDisk);
        case 2 -> during("the socket is gone", time, () -> delete(place.socket()), () -> {});
        case 3 -> {
          Duration jump = Duration.ofDays(1 + random.nextInt(500));
          during(
              "the clock is " + jump.toDays() + " days ahead",
              time,
              () -> ahead = jump,
              () -> ahead = Duration.ZERO);
        }
        case 4 -> {
          Duration jump = Duration.ofHours(1 + random.nextInt(900));
          during(
              "the clock is " + jump.toHours() + " hours behind",
              time,
              () -> ahead = jump.negated(),
              () -> ahead = Duration.ZERO);
        }
        case 5 ->
            during(
                "the store is locked", time, () -> store.locked = true, () -> store.locked = false);
        default -> {
          during(
              "names lead nowhere",
              time,
              () -> names(random.nextBoolean() ? "" : "127.0.0.77"),
              () -> names("127.0.0.1"));
          // Three failures in a row would rightly be told.
          Thread.sleep(INTERVAL.plusSeconds(15));
        }
      }
      Thread.sleep(random.nextInt(20_000));
      core.api().snapshot();
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private void during(String what, Duration time, Step breaking, Step mending) throws Exception {
    OUT.println("chaos: " + time.toSeconds() + " s " + what);
    breaking.run();
    try {
      Thread.sleep(time);
    } finally {
      mending.run();
    }
  }

  private void fillDisk() throws IOException {
    if (mounted) {
      try (var out = Files.newOutputStream(home.resolve("filler"))) {
        byte[] some = new byte[64 * 1024];
        while (true) {
          out.write(some);
        }
      } catch (IOException full) {
        // That is what was wanted.
      }
    }
  }

  private void useInodes() throws IOException {
    if (mounted) {
      Path folder = Files.createDirectories(home.resolve("fillers"));
      try {
        for (int n = 0; n < 1000; n++) {
          Files.createFile(folder.resolve("f" + n));
        }
      } catch (IOException full) {
        // That is what was wanted.
      }
    }
  }

  private void freeDisk() throws IOException {
    delete(home.resolve("filler"));
    Path folder = home.resolve("fillers");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          delete(file);
        }
      }
      delete(folder);
    }
  }

  private static void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /// After some quiet minutes nothing may be left of all that.
  private void check() throws Exception {
    OUT.println("chaos: quiet for " + QUIET.toSeconds() + " s");
    Thread.sleep(QUIET);
    try (ControlClient client = ControlClient.connect(place)) {
      Snapshot snapshot = client.snapshot();
      demand(snapshot.databases().size() == DATABASES, "a definition is missing");
      for (DatabaseStatus status : snapshot.databases()) {
        check(status);
      }
    }
    alarms.forEach(alarm -> problems.add("a false alarm: " + alarm.to()));
    demand(
        core.api().history(dev.upkeep.history.Filter.ALL, Optional.empty(), 200).touches().size()
            >= DATABASES,
        "the history is not whole");
    demand(core.api().snapshot().agent().lastError().isEmpty(), "the history is in trouble");
    core.close();
    searchForSecrets();
  }

  private void check(DatabaseStatus status) {
    String name = status.database().name();
    Instant now = Instant.now();
    demand(status.health() == Health.ALIVE, name + " is " + status.health());
    demand(
        status.last().filter(touch -> touch.verdict() == Verdict.ALIVE).isPresent(),
        name + " was not alive last");
    Instant verified = status.lastVerified().orElse(Instant.EPOCH);
    demand(!verified.isAfter(now.plusSeconds(5)), name + " was verified in the future");
    demand(
        Duration.between(verified, now).compareTo(INTERVAL.multipliedBy(2)) < 0,
        name + " was verified last at " + verified);
    Instant due = status.nextDue().orElse(Instant.MAX);
    demand(!due.isAfter(now.plus(INTERVAL.multipliedBy(2))), name + " is due only at " + due);
    RedisServer redis = name.matches("db[024]") ? plain : foreign;
    String stamp = redis.command("GET", Database.DEFAULT_KEY);
    demand(stamp.contains(" chaos"), name + " holds " + stamp);
  }

  private void demand(boolean holds, String otherwise) {
    if (!holds) {
      problems.add(otherwise);
    }
  }

  private void searchForSecrets() throws IOException {
    List<byte[]> secrets =
        List.of(
            PASSWORD.getBytes(StandardCharsets.UTF_8), FOREIGN.getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (byte[] secret : secrets) {
          demand(
              !text.contains(new String(secret, StandardCharsets.ISO_8859_1)),
              "a secret is in " + file.getFileName());
        }
      }
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    core.close();
    plain.close();
    foreign.close();
    if (mounted) {
      new ProcessBuilder("umount", home.toString()).start().waitFor();
    }
    Scratch.delete(home);
  }
}
