package dev.upkeep.bench;

import dev.upkeep.control.AgentApi;
import dev.upkeep.testing.Modes;
import dev.upkeep.testing.Xvfb;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Measures the built program's window beside an agent that holds a million touches: how long it
/// takes to be seen, how long its thread is blocked at most while the history opens and is scrolled
/// through, and what the agent keeps of it. Budgets: 700 ms to be seen, 50 ms blocked.
///
/// Needs Xvfb. Each figure is the median of several processes, since the first time is what people
/// wait for. Besides what was waited, it says how much of that was computed: on a machine that does
/// other things too, only that is the window's own.
public final class WindowBench {
  private static final int DATABASES = 20;
  private static final int OPENINGS = 9;
  private static final int SCROLLS = 5;
  private static final int FAR = 20_000;

  /// The agent's C library gives back what is free once a minute.
  private static final Duration REST = Duration.ofSeconds(70);

  private static final Path PROGRAM = Path.of("target", "upkeep").toAbsolutePath();
  private static final PrintStream OUT = System.out;

  private WindowBench() {}

  /// Measures.
  ///
  /// @param arguments how many touches; a million if there is none
  public static void main(String[] arguments) throws Exception {
    int touches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    try (Xvfb screen = Xvfb.start();
        BenchHome home = BenchHome.with(DATABASES, touches, screen.environment());
        AgentApi _ = home.start(PROGRAM.toString(), "agent", "--headless")) {
      double before = restingMemory(home);
      shown(home);
      scrolled(home, touches);
      print("agent's memory before any window", Math.round(before) + " MiB");
      print("the same after the last one", Math.round(restingMemory(home)) + " MiB");
    }
    System.exit(0);
  }

  private static double restingMemory(BenchHome home) throws IOException, InterruptedException {
    Thread.sleep(REST);
    return home.agentMemory();
  }

  private static void shown(BenchHome home) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            WindowShown.class.getName(),
            Integer.toString(OPENINGS),
            Program.upkeep(Map.of()).command().getFirst(),
            "window");
    Map<String, Runs> measured = new TreeMap<>();
    run(home, command, measured);
    Figures.atMost("click to window shown", (double) of(measured, "shown"), "ms", 700);
    print("request to databases in it", median(measured, "filled"));
    print("computed until then, all threads", median(measured, "computed"));
  }

  private static void scrolled(BenchHome home, int touches)
      throws IOException, InterruptedException {
    Map<String, Runs> measured = new TreeMap<>();
    Path scroll = scroll(home.folder());
    for (int i = 0; i < SCROLLS; i++) {
      run(home, scroll(scroll, home, Math.min(FAR, touches)), measured);
    }
    blocked("first window, its style and scene", measured, "first-window");
    Figures.atMost(
        "window's thread blocked while the history opens",
        (double) of(measured, "blocked.history"),
        "ms",
        50);
    blocked("history opens", measured, "history");
    print("history asked for to history shown", median(measured, "history-shown"));
    Figures.atMost(
        "window's thread blocked while the history is scrolled",
        (double) of(measured, "blocked.wheel"),
        "ms",
        50);
    blocked("wheel turned through the history", measured, "wheel");
    blocked("down to line " + FAR, measured, "to-the-end");
    if (touches > FAR) {
      Map<String, Runs> once = new TreeMap<>();
      run(home, scroll(scroll, home, touches), once);
      blocked("down to line " + of(once, "lines"), once, "to-the-end");
      print("that took", of(once, "to-the-end") / 1000 + " s");
    }
  }

  private static List<String> scroll(Path scroll, BenchHome home, int lines) {
    return List.of(scroll.toString(), "window", home.folder().toString(), Integer.toString(lines));
  }

  /// The program's own launcher, with its options and its cache, for another main class.
  private static Path scroll(Path folder) throws IOException {
    String launcher = Files.readString(PROGRAM);
    String changed =
        launcher
            .replace("$(readlink -f \"$0\")", PROGRAM.toString())
            .replace(
                "-cp \"$here/upkeep.jar\" dev.upkeep.Main",
                "-Dupkeep.screen=true -Dprism.order=sw"
                    + " -cp \"$here/upkeep.jar:$here/test-classes\""
                    + " dev.upkeep.window.page.HistoryScroll");
    if (changed.equals(launcher)) {
      throw new IllegalStateException("the launcher has changed");
    }
    Path script = Files.writeString(folder.resolve("scroll"), changed);
    Modes.set(script, "rwx------");
    return script;
  }

  /// Runs a program that prints figures, a name and a number a line.
  private static void run(BenchHome home, List<String> command, Map<String, Runs> measured)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(home.environment());
    Process process = builder.redirectError(home.folder().resolve("measured.err").toFile()).start();
    for (String line : process.inputReader().lines().toList()) {
      String[] figure = line.split(" ", -1);
      measured.computeIfAbsent(figure[0], _ -> new Runs()).add(Long.parseLong(figure[1]));
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(home.folder().resolve("measured.err")));
    }
  }

  private static long of(Map<String, Runs> measured, String name) {
    return measured.getOrDefault(name, new Runs()).median();
  }

  private static String median(Map<String, Runs> measured, String name) {
    return "median " + of(measured, name) + " ms";
  }

  private static void blocked(String what, Map<String, Runs> measured, String name) {
    print(
        what,
        "window's thread blocked at most: "
            + median(measured, "blocked." + name)
            + ", of which it computed "
            + of(measured, "busy." + name)
            + " ms");
  }

  private static void print(String what, String figures) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    OUT.println(String.format(Locale.ROOT, "%-36s %s (load %.1f)", what, figures, load));
  }

  /// What several runs gave.
  private static final class Runs {
    private final List<Long> all = new ArrayList<>();

    void add(long figure) {
      all.add(figure);
    }

    long median() {
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      if (sorted.length == 0) {
        throw new IllegalStateException("nothing was measured");
      }
      return sorted[sorted.length / 2];
    }
  }
}
