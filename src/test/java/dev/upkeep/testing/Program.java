package dev.upkeep.testing;

import dev.upkeep.process.OtherProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a command as somebody else would who has only what is given: no variable of ours reaches
/// it.
public final class Program {
  private static final long GIVE_UP_SECONDS = 120;

  private final Map<String, String> environment =
      new LinkedHashMap<>(Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin")));
  private final Path folder;

  private Program(Path folder) {
    this.folder = folder;
  }

  /// What came of it.
  public record Result(int exitCode, String out, String err) {
    /// Both streams, for saying why.
    public String everything() {
      return out + err;
    }
  }

  /// Begins a command.
  ///
  /// @param folder where it runs; its output is left there
  public static Program in(Path folder) {
    return new Program(folder);
  }

  public Program env(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  public Program env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// Runs to the end.
  public Result run(List<String> command) throws InterruptedException {
    try {
      Path out = Files.createTempFile(folder, "program", ".out");
      Path err = Files.createTempFile(folder, "program", ".err");
      Process process = start(command, out, err);
      if (!process.waitFor(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(command + " did not end: " + Files.readString(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Result run(String... command) throws InterruptedException {
    return run(List.of(command));
  }

  /// Starts it, for the caller to end.
  public Process start(List<String> command, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectInput(OtherProgram.NOTHING)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
