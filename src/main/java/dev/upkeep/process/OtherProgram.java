package dev.upkeep.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A program that is to be started as a process of its own, with an environment that somebody has
/// chosen: ours may hold secrets. It is named by its absolute path, or whoever writes to a folder
/// of PATH would be started.
public final class OtherProgram {
  /// Where programs of a Unix are.
  public static final List<Path> SYSTEM = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  /// Nothing to read, by the name that the system has for it.
  public static final Redirect NOTHING =
      Redirect.from(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));

  private OtherProgram() {}

  /// Begins to start one.
  ///
  /// @param command program, by its absolute path, and arguments
  /// @param environment all that it sees
  /// @throws IOException if the path is not absolute, as a sentence
  public static ProcessBuilder of(List<String> command, Map<String, String> environment)
      throws IOException {
    if (!Path.of(command.getFirst()).isAbsolute()) {
      throw new IOException(command.getFirst() + " is not the whole path of a program.");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /// Looks for a program.
  ///
  /// @param folders in this order
  public static Optional<Path> find(String name, List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// The folders in which the user's own programs are, without those that depend on where one is.
  public static List<Path> folders(String path) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(Predicate.not(String::isEmpty))
        .flatMap(text -> {
          try {
            return Stream.of(Path.of(text));
          } catch (InvalidPathException notOfThisSystem) {
            return Stream.empty();
          }
        })
        .filter(Path::isAbsolute)
        .toList();
  }
}
