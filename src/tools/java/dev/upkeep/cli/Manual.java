package dev.upkeep.cli;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine;

/// What `make build` writes from the commands and options: the manual page, and the completion for
/// three shells. It is here because nothing that is shipped needs it.
final class Manual {
  private Manual() {}

  /// Writes everything.
  ///
  /// @param arguments the folder; it gets `man/` and `completion/`
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    CommandLine all = all();
    write(target.resolve("man/upkeep.1"), ManPage.of(all, Version.number(), date()));
    write(target.resolve("completion/upkeep.bash"), CompletionCommand.bash(all));
    write(target.resolve("completion/_upkeep"), ZshCompletion.of(all));
    write(target.resolve("completion/upkeep.fish"), FishCompletion.of(all));
  }

  static CommandLine all() {
    return Subcommands.model(Console.system(), true);
  }

  static String date() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/upkeep/build.properties")) {
      if (in == null) {
        throw new IOException("build.properties is missing");
      }
      build.load(in);
    }
    return build.getProperty("date", "").substring(0, 10);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
