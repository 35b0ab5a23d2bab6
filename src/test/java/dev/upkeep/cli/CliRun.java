package dev.upkeep.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Runs a command line in this process, with an environment that the test alone decides.
final class CliRun {
  private final Map<String, String> environment =
      new LinkedHashMap<>(Map.of("UPKEEP_LABEL", "test"));
  private Supplier<InputStream> input = InputStream::nullInputStream;

  /// What came of it.
  record Result(int exitCode, String out, String err) {
    String everything() {
      return out + err;
    }
  }

  CliRun env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  CliRun stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  CliRun stdin(byte[] bytes) {
    return stdin(() -> new ByteArrayInputStream(bytes));
  }

  CliRun stdin(Supplier<InputStream> newInput) {
    input = newInput;
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            environment,
            input.get(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Cli.run(List.of(arguments), console);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
