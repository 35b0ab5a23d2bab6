package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// `upkeep` as a process of its own, with the classes under test and an environment that the test
/// alone decides.
public final class UpkeepProcess {
  private static final Duration GIVE_UP = Duration.ofSeconds(90);
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

  static {
    // An agent would outlive tests that are interrupted, for ever.
    Runtime.getRuntime().addShutdownHook(new Thread(UpkeepProcess::leaveNothing));
  }

  private final List<String> javaOptions = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private byte[] input = {};
  private List<String> wrapper = List.of();

  /// What came of a run.
  ///
  /// @param took wall time, the start of Java included
  public record Result(int exitCode, String out, String err, Duration took) {
    /// Both streams, for what must be in neither.
    public String everything() {
      return out + err;
    }
  }

  public UpkeepProcess javaOption(String option) {
    javaOptions.add(option);
    return this;
  }

  public UpkeepProcess env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// All variables of an environment.
  public UpkeepProcess env(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /// Has another program start it: `unshare -n` for a computer without a network.
  public UpkeepProcess by(String... program) {
    wrapper = List.of(program);
    return this;
  }

  public UpkeepProcess stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  public UpkeepProcess stdin(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  /// Runs to the end, for at most 90 s.
  public Result run(String... arguments) throws InterruptedException {
    try (Started started = start(arguments)) {
      return started.await();
    }
  }

  /// Starts and returns at once.
  public Started start(String... arguments) {
    try {
      Path folder = Files.createTempDirectory("upkeep-process");
      FOLDERS.add(folder);
      Path in = Files.write(folder.resolve("in"), input);
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      ProcessBuilder builder = new ProcessBuilder(command(arguments));
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      RUNNING.add(process);
      CompletableFuture<Void> _ = process.onExit().thenAccept(RUNNING::remove);
      return new Started(process, out, err, System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void leaveNothing() {
    RUNNING.forEach(Process::destroyForcibly);
    for (Path folder : FOLDERS) {
      for (String file : List.of("in", "out", "err", "")) {
        try {
          Files.deleteIfExists(folder.resolve(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /// A process that runs; closing it kills it.
  public record Started(Process process, Path out, Path err, long startNanos)
      implements AutoCloseable {
    /// What it has written to standard output so far.
    public String outSoFar() {
      return read(out);
    }

    /// What it has written to standard error so far.
    public String errSoFar() {
      return read(err);
    }

    /// Waits for the end, for at most 90 s.
    public Result await() throws InterruptedException {
      if (!process.waitFor(GIVE_UP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("still running after " + GIVE_UP + ": " + read(err));
      }
      Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
      return new Result(process.exitValue(), read(out), read(err), took);
    }

    /// Ends it as `kill -9` does.
    public void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.add("-Dupkeep.stretching=1000");
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.upkeep.Main"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }
}
