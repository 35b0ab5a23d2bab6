package dev.upkeep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command with an environment that is decided here alone.
record Program(List<String> command, Map<String, String> environment) {
  /// The packaged command line if `make image` has built it, or else what `make build` leaves.
  static Program upkeep(Map<String, String> environment) {
    Path image = Path.of("target/image/upkeep/bin/upkeep");
    Path launcher = Files.isExecutable(image) ? image : Path.of("target/upkeep");
    return new Program(List.of(launcher.toAbsolutePath().toString()), environment);
  }

  /// The same of another build, if `upkeep.base` names its launcher.
  static Optional<Program> base(Map<String, String> environment) {
    return Optional.ofNullable(System.getProperty("upkeep.base"))
        .map(launcher -> new Program(List.of(launcher), environment));
  }

  /// A script of `src/bench` in Node, with its libraries; empty where there is no Node.
  static Optional<Program> peer(String script, Map<String, String> environment) {
    Path installed = Path.of("target/bench/peer").resolve(script);
    return Files.isRegularFile(installed)
        ? Optional.of(
            new Program(List.of("node", installed.toAbsolutePath().toString()), environment))
        : Optional.empty();
  }

  Program with(String... arguments) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(List.of(arguments));
    return new Program(longer, environment);
  }

  /// Starts it; what it says goes nowhere.
  Process start() throws IOException {
    return start(ProcessBuilder.Redirect.DISCARD, ProcessBuilder.Redirect.DISCARD);
  }

  /// Starts it.
  Process start(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder.redirectOutput(out).redirectError(err).start();
  }

  /// Runs it to the end.
  ///
  /// @return wall time, in milliseconds
  /// @throws IllegalStateException if it fails
  double millis() throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status = start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (status != 0) {
      throw new IllegalStateException(command + " ended with " + status);
    }
    return millis;
  }
}
