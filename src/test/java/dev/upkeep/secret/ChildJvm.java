package dev.upkeep.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Runs a main class in a process of its own, with a whole environment of its own.
public final class ChildJvm {
  private ChildJvm() {}

  /// Starts it; the future is what it prints.
  public static Future<String> run(Class<?> main, Map<String, String> environment, String input)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dupkeep.stretching=1000",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    FutureTask<String> output =
        new FutureTask<>(() -> process.inputReader(StandardCharsets.UTF_8).readAllAsString());
    Thread.startVirtualThread(output);
    return output;
  }
}
