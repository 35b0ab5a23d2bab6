package dev.upkeep.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the commands say about themselves, for those who print it elsewhere than on a terminal.
final class UsageText {
  private UsageText() {}

  /// The options of a command that not every command has.
  static List<OptionSpec> own(CommandSpec command) {
    Set<String> everywhere =
        Optional.ofNullable(command.parent()).stream()
            .flatMap(root -> root.options().stream())
            .flatMap(option -> Arrays.stream(option.names()))
            .collect(HashSet::new, Set::add, Set::addAll);
    return command.options().stream()
        .filter(option -> Arrays.stream(option.names()).noneMatch(everywhere::contains))
        .toList();
  }

  /// The first sentence of its description, without the full stop.
  static String summary(CommandSpec command) {
    String first = description(command).getFirst().split("\\.( |$)", 2)[0];
    int colon = first.indexOf(": ");
    return colon < 0 ? first : first.substring(0, colon);
  }

  /// A paragraph each.
  static List<String> description(CommandSpec command) {
    return Arrays.stream(command.usageMessage().description()).map(UsageText::plain).toList();
  }

  static String description(ArgSpec argument) {
    return plain(String.join(" ", argument.description()));
  }

  /// Descriptions are format strings without arguments.
  private static String plain(String text) {
    return String.format(Locale.ROOT, text);
  }
}
