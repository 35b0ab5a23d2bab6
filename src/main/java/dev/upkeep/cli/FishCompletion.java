package dev.upkeep.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes the completion for fish, with what each command and option does beside it. See
/// complete(1) of fish.
final class FishCompletion {
  private final List<String> lines = new ArrayList<>();
  private final CommandSpec root;

  private FishCompletion(CommandSpec root) {
    this.root = root;
  }

  /// The script for all of these commands.
  static String of(CommandLine line) {
    return new FishCompletion(line.getCommandSpec()).script();
  }

  private String script() {
    lines.add("# Made from Upkeep's commands and options.");
    lines.add("function __upkeep_databases");
    lines.add("  " + CompletedValue.DATABASES);
    lines.add("end");
    lines.add("complete -c upkeep -f");
    root.options().forEach(option -> lines.add("complete -c upkeep" + option(option)));
    root.subcommands()
        .forEach((name, command) ->
            lines.add(
                "complete -c upkeep -n __fish_use_subcommand -a "
                    + name
                    + " -d "
                    + quoted(UsageText.summary(command.getCommandSpec()))));
    root.subcommands().forEach((name, command) -> arguments(name, command.getCommandSpec()));
    return String.join("\n", lines) + "\n";
  }

  private void arguments(String name, CommandSpec command) {
    String here = "complete -c upkeep -n '__fish_seen_subcommand_from " + name + "'";
    UsageText.own(command).forEach(option -> lines.add(here + option(option)));
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      String value = value(CompletedValue.of(parameter, command));
      if (!value.isEmpty()) {
        lines.add(here + value);
      }
    }
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      String value = value(CompletedValue.of(option, option.command()));
      text.append(value.isEmpty() ? " -x" : value);
    }
    return text + " -d " + quoted(UsageText.description(option));
  }

  private static String value(CompletedValue value) {
    return switch (value) {
      case CompletedValue.Words(var words) -> " -xa " + quoted(String.join(" ", words));
      case CompletedValue.Databases() -> " -xa '(__upkeep_databases)'";
      case CompletedValue.AnyFile() -> " -rF";
      case CompletedValue.Anything() -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
