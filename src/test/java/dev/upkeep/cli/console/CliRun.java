package dev.upkeep.cli.console;

import dev.upkeep.cli.Cli;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs a command line in this process, with an environment that the test alone decides.
public final class CliRun {
  private final Map<String, String> environment =
      new LinkedHashMap<>(Map.of("UPKEEP_LABEL", "test"));
  private Supplier<InputStream> input = InputStream::nullInputStream;
  private Clock clock = Clock.systemUTC();
  private Terminal terminal = Terminal.NONE;
  private Optional<AgentAccess> access = Optional.empty();

  /// What came of it.
  public record Result(int exitCode, String out, String err) {
    public String everything() {
      return out + err;
    }

    /// Each line of standard output, which must be nothing but objects.
    public List<Json.Obj> json() {
      return out.lines().map(Result::object).toList();
    }

    private static Json.Obj object(String line) {
      try {
        return Json.parse(line).asObject().orElseThrow(() -> new AssertionError(line));
      } catch (JsonException e) {
        throw new AssertionError(line, e);
      }
    }
  }

  /// With an agent to ask, at its moment.
  public static CliRun asking(CliAgent agent) {
    return new CliRun().access(agent).at(Samples.NOW);
  }

  public CliRun env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public CliRun stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  public CliRun stdin(byte[] bytes) {
    return stdin(() -> new ByteArrayInputStream(bytes));
  }

  public CliRun stdin(Supplier<InputStream> newInput) {
    input = newInput;
    return this;
  }

  CliRun at(Instant now) {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    return this;
  }

  public CliRun typing(Terminal newTerminal) {
    terminal = newTerminal;
    return this;
  }

  public CliRun access(AgentAccess newAccess) {
    access = Optional.of(newAccess);
    return this;
  }

  /// What the command would run in, with output that nobody reads.
  public Console console() {
    return console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private Console console(OutputStream out, OutputStream err) {
    return new Console(
        environment,
        input.get(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        clock,
        terminal);
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = console(out, err);
    int exitCode = Cli.run(List.of(arguments), console, access.map(one -> profile -> one));
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
