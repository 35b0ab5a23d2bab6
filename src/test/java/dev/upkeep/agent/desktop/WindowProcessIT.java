package dev.upkeep.agent.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the window's process has of this computer, and what of it stays with the agent: a real
/// agent, the window that it opens, a real screen.
@EnabledOnOs(OS.LINUX)
final class WindowProcessIT {
  private static final Pattern NAME = Pattern.compile(":\\d+\\.\\d+");
  private static final String QUESTION = "member=ReadAlias";
  private static final String TITLE = "\"Upkeep\"";

  /// What only the agent may open, and the libraries that it opens it with.
  private static final String STORED =
      ".*(upkeep\\.db.*|upkeep\\.json.*|secrets\\.p12.*|sqlite.*\\.so|jnidispatch.*)";

  @TempDir private Path home;

  private RealDesktop desktop;
  private RedisServer redis;
  private UpkeepProcess.Started agent;
  private AgentApi api;
  private Supplier<String> secretService;

  @BeforeEach
  void start() throws Exception {
    desktop = RealDesktop.start();
    secretService = desktop.bus().recorded("org.freedesktop.Secret.Service");
    redis = RedisServer.start();
    UpkeepProcess.Result added = upkeep().stdin(redis.url()).run("add", "shop", "--every", "1h");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    agent = upkeep().javaOption("-Dupkeep.launcher=" + launcher()).start("agent");
    api = Wait.until("agent", this::connect);
  }

  @AfterEach
  void end() {
    api.close();
    agent.process().children().forEach(ProcessHandle::destroyForcibly);
    agent.close();
    redis.close();
    desktop.close();
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env(desktop.environment())
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase");
  }

  private Path launcher() throws IOException {
    Path script =
        Files.writeString(
            home.resolve("launcher"),
            """
            #!/bin/sh
            exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
              -cp '%s' dev.upkeep.Main "$@"
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path")));
    Modes.set(script, "rwx------");
    return script;
  }

  private Optional<AgentApi> connect() {
    try {
      return Optional.of(ControlClient.connect(AgentPlace.in(home)));
    } catch (AgentException _) {
      return Optional.empty();
    }
  }

  private ProcessHandle open() throws AgentException {
    api.show(Optional.empty());
    Wait.until("window", () -> !desktop.screen().windows(TITLE).isEmpty());
    return agent.process().children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
  }

  private void close(ProcessHandle window) {
    // A window that is to be seen may not have the focus yet.
    Wait.until(
        "end of its process",
        () -> {
          desktop.screen().press("alt+F4");
          return !window.isAlive();
        });
  }

  @Test
  void docks_know_the_window_by_the_class_of_our_desktop_file() throws Exception {
    ProcessHandle window = open();
    String named =
        Files.readAllLines(Path.of("jpackage/linux/upkeep.desktop")).stream()
            .filter(line -> line.startsWith("StartupWMClass="))
            .map(line -> line.substring("StartupWMClass=".length()))
            .findFirst()
            .orElseThrow();
    assertThat(desktop.screen().windows("(\"" + named + "\" \"" + named + "\")")).hasSize(1);
    close(window);
  }

  @Test
  void the_window_opens_neither_history_nor_definitions_nor_secrets() throws Exception {
    UUID shop = api.snapshot().databases().getFirst().database().id();
    // The first is of the command that added the database.
    Wait.until(
        "question of the agent for a keychain",
        () -> secretService.get().split(QUESTION, -1).length > 2);
    Set<String> names = new TreeSet<>();
    Set<String> opened = new TreeSet<>();
    ProcessHandle window = open();
    Wait.until("content", () -> white() > 0);
    long overview = white();
    api.show(Optional.of(shop));
    Wait.until(
        "history in the window",
        () -> {
          opened.addAll(openedBy(window.pid()));
          names.addAll(namesOnTheBus(window.pid()));
          return white() != overview;
        });
    for (String key : List.of("ctrl+3", "ctrl+4", "ctrl+n", "Escape", "F5")) {
      desktop.screen().press(key);
      opened.addAll(openedBy(window.pid()));
      names.addAll(namesOnTheBus(window.pid()));
    }

    assertThat(opened).as("what a window needs").anyMatch(file -> file.contains("libglass"));
    assertThat(opened).noneMatch(file -> file.matches(STORED));
    assertThat(openedBy(agent.process().pid()))
        .as("the agent has them, and they are seen where they are")
        .anyMatch(file -> file.endsWith("/upkeep.db"))
        .anyMatch(file -> file.matches(STORED) && file.contains("sqlite"));
    String asked = secretService.get();
    assertThat(names).noneMatch(name -> asked.contains("sender=" + name + " "));
    close(window);
  }

  private Set<String> namesOnTheBus(long pid) {
    return NAME.matcher(busCall("ListNames"))
        .results()
        .map(MatchResult::group)
        .filter(name -> busCall("GetConnectionUnixProcessID", name).contains("uint32 " + pid + ","))
        .collect(Collectors.toSet());
  }

  /// Empty for a name that is gone.
  private String busCall(String method, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus"));
    command.addAll(
        List.of(
            "--object-path",
            "/org/freedesktop/DBus",
            "--method",
            "org.freedesktop.DBus." + method));
    command.addAll(List.of(arguments));
    return desktop.bus().output(command.toArray(String[]::new));
  }

  @Test
  void closing_the_window_leaves_the_agent_as_it_was() throws Exception {
    // What is made once for all windows is no window's.
    close(open());
    Used before = Used.by(agent.process().pid());

    close(open());

    Wait.until(
        "agent with as few threads and files as before",
        () -> Used.by(agent.process().pid()).within(before));
    assertThat(classes())
        .contains("dev.upkeep.agent.desktop.WindowLauncher")
        .doesNotContain("javafx.", "com.sun.glass.", "java.awt.");
  }

  private long white() {
    return desktop.screen().look().count(0xFFFFFF);
  }

  /// Threads of the system, and files and sockets that are open.
  private record Used(long threads, long files) {
    static Used by(long pid) {
      return new Used(count(pid, "task"), count(pid, "fd"));
    }

    private static long count(long pid, String what) {
      try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), what))) {
        return all.count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean within(Used other) {
      return threads <= other.threads && files <= other.files;
    }
  }

  /// Every class that the agent has loaded.
  private String classes() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(agent.process().pid()),
                "VM.class_hierarchy")
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    assertThat(jcmd.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return answer;
  }

  /// Files that are open or mapped now.
  private static Set<String> openedBy(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    Set<String> opened = new TreeSet<>();
    try (Stream<Path> descriptors = Files.list(proc.resolve("fd"));
        Stream<String> mapped = Files.lines(proc.resolve("maps"))) {
      descriptors.flatMap(WindowProcessIT::target).forEach(opened::add);
      mapped.filter(line -> line.contains("/")).forEach(opened::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return opened;
  }

  private static Stream<String> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException _) {
      // Closed meanwhile.
      return Stream.empty();
    }
  }
}
