package dev.upkeep.desktop.windows;

import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.LoginStart;
import dev.upkeep.desktop.OwnProgram;
import dev.upkeep.desktop.windows.RegFile.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A value of the user's [Run
/// key](https://learn.microsoft.com/en-us/windows/win32/setupapi/run-and-runonce-registry-keys).
///
/// What a person switches off in the Task Manager or in the Settings stays in that key and is noted
/// under `StartupApproved`: a first byte that is odd means off. Microsoft documents that nowhere,
/// so it is read and removed, and never written.
public final class RunKeyStart implements LoginStart {
  /// Windows reads no more of a value of the key.
  private static final int LONGEST = 260;

  /// What the values are called, whatever the profile.
  private static final Pattern NAME = Pattern.compile("Upkeep( \\([a-z0-9-]+\\))?");

  private final Commands commands;
  private final RunKeyCommands reg;
  private final String name;
  private final Optional<String> profile;
  private final Optional<OwnProgram> program;
  private final Predicate<String> exists;

  /// The value of a profile; runs nothing.
  ///
  /// @param environment of the process, for the folder of Windows
  /// @param profile empty for the default one; each has a value of its own
  /// @param program what is to be started, if that is known
  public RunKeyStart(
      Commands commands,
      Map<String, String> environment,
      Optional<String> profile,
      Optional<OwnProgram> program) {
    this(commands, environment, profile, program, file -> Files.isRegularFile(Path.of(file)));
  }

  /// With another way to tell whether a file is there.
  RunKeyStart(
      Commands commands,
      Map<String, String> environment,
      Optional<String> profile,
      Optional<OwnProgram> program,
      Predicate<String> exists) {
    this.commands = commands;
    this.reg = RunKeyCommands.in(environment);
    this.name = "Upkeep" + profile.map(one -> " (" + one + ")").orElse("");
    this.profile = profile;
    this.program = program;
    this.exists = exists;
  }

  /// Removes the values of every profile, and what is noted of them.
  public static void removeAll(Commands commands, Map<String, String> environment)
      throws IOException {
    RunKeyStart any = new RunKeyStart(commands, environment, Optional.empty(), Optional.empty());
    for (String key : List.of(RunKeyCommands.RUN, RunKeyCommands.APPROVED)) {
      for (String name : any.exported(key).values().keySet()) {
        if (NAME.matcher(name).matches()) {
          any.run(any.reg.delete(key, name));
        }
      }
    }
  }

  @Override
  public State state() throws IOException {
    Optional<Value> value = read(RunKeyCommands.RUN);
    if (value.isEmpty()) {
      return State.OFF;
    }
    if (isSwitchedOff()) {
      return State.DISABLED_BY_SYSTEM;
    }
    return value.get() instanceof Value.Text(var line) && isOurs(line) ? State.ON : State.ELSEWHERE;
  }

  @Override
  public void turn(boolean on) throws IOException {
    State state = state();
    if (on && state != State.ON) {
      run(reg.set(name, commandLine(OwnProgram.atLogin(program, profile))));
      if (read(RunKeyCommands.APPROVED).isPresent()) {
        run(reg.delete(RunKeyCommands.APPROVED, name));
      }
    } else if (!on && state != State.OFF) {
      run(reg.delete(RunKeyCommands.RUN, name));
    }
  }

  @Override
  public String place() {
    return RunKeyCommands.RUN + "\\" + name;
  }

  /// The program always in quotes: unquoted, Windows would try `C:\Program` first.
  private static String commandLine(List<String> command) throws IOException {
    String line =
        "\"" + command.getFirst() + "\" " + String.join(" ", command.subList(1, command.size()));
    if (line.length() > LONGEST) {
      throw new IOException(
          "Windows starts nothing at login whose command is longer than "
              + LONGEST
              + " characters. Install Upkeep in a folder with a shorter path.");
    }
    return line;
  }

  private boolean isOurs(String line) throws IOException {
    if (!exists.test(programOf(line))) {
      return false;
    }
    return program.isEmpty() || line.equalsIgnoreCase(commandLine(program.get().atLogin(profile)));
  }

  /// The program of a command line: what is in quotes, or else all up to a blank.
  private static String programOf(String line) {
    String rest = line.strip();
    boolean quoted = rest.startsWith("\"");
    int end = rest.indexOf(quoted ? '"' : ' ', 1);
    return rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end);
  }

  private boolean isSwitchedOff() throws IOException {
    return read(RunKeyCommands.APPROVED)
        .filter(value -> value instanceof Value.Bytes(var hex) && hex.matches(".[13579bdf].*"))
        .isPresent();
  }

  private Optional<Value> read(String key) throws IOException {
    return exported(key).get(name);
  }

  private RegFile exported(String key) throws IOException {
    Path file = Files.createTempFile("upkeep-", ".reg");
    try {
      if (commands.run(reg.export(key, file)).succeeded()) {
        return RegFile.parse(Files.readAllBytes(file));
      }
      // No such key, or no permission? Its exit code is the same.
      run(reg.probe());
      return new RegFile(Map.of());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// What it prints is in the language of Windows and of no use to the caller.
  private void run(List<String> command) throws IOException {
    if (!commands.run(command).succeeded()) {
      throw new IOException(
          "Windows refused: reg.exe could not " + command.get(1) + " " + command.get(2) + ".");
    }
  }
}
