package dev.upkeep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What a shell offers for the value of an option or an argument.
sealed interface CompletedValue {
  /// Prints the databases' names, a line each, for shells of all kinds.
  String DATABASES =
      "upkeep list --json 2>/dev/null | sed -n 's/^{[^{]*\"name\":\"\\([^\"\\\\]*\\)\".*/\\1/p'";

  /// One of these.
  record Words(List<String> words) implements CompletedValue {}

  /// The name of a database that is kept.
  record Databases() implements CompletedValue {}

  record AnyFile() implements CompletedValue {}

  record Anything() implements CompletedValue {}

  /// Commands whose NAME is none of a database that is kept.
  Set<String> OTHER_NAMES = Set.of("add", "restore", "account", "import-upstash");

  Set<String> FILES = Set.of("FILE", "PEM", "DIR", "PATH");

  static CompletedValue of(ArgSpec argument, CommandSpec command) {
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      List<String> words = new ArrayList<>();
      candidates.forEach(words::add);
      return new Words(words);
    }
    String label = argument.paramLabel();
    if (argument.isPositional() && label.equals("NAME") && !OTHER_NAMES.contains(command.name())) {
      return new Databases();
    }
    return FILES.contains(label) ? new AnyFile() : new Anything();
  }
}
