package dev.upkeep.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A process that a fixture started, and nobody else's; it does not outlive this JVM. Its
/// environment is the given one and no variable more.
final class OwnProcess {
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
  private static final long STARTS_WITHIN_SECONDS = 30;

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private OwnProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /// Starts a command.
  ///
  /// @param input given to its standard input, which then ends
  /// @param log takes its output
  static OwnProcess start(
      List<String> command, Map<String, String> environment, String input, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      RUNNING.add(process);
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      return new OwnProcess(command.getFirst(), process, log);
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot run " + command.getFirst() + "; `make test` installs it", e);
    }
  }

  void awaitReady(BooleanSupplier ready) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(name + " did not start:\n" + log());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends a signal such as `STOP` or `CONT`.
  void signal(String signal) {
    Signals.send(process, signal);
  }

  void kill() {
    Signals.end(process, 2);
    RUNNING.remove(process);
  }
}
