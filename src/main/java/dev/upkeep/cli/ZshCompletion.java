package dev.upkeep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes the completion for zsh, with what each command and option does beside it. See
/// `_arguments` in zshcompsys(1). Works from a folder in `fpath` and when it is sourced.
final class ZshCompletion {
  private final List<String> lines = new ArrayList<>();
  private final CommandSpec root;

  private ZshCompletion(CommandSpec root) {
    this.root = root;
  }

  /// The script for all of these commands.
  static String of(CommandLine line) {
    return new ZshCompletion(line.getCommandSpec()).script();
  }

  private String script() {
    lines.add("#compdef upkeep");
    lines.add("# Made from Upkeep's commands and options.");
    lines.add("");
    lines.add("_upkeep_databases() {");
    lines.add("  local -a databases");
    lines.add("  databases=(${(f)\"$(" + CompletedValue.DATABASES + ")\"})");
    lines.add("  compadd -a databases");
    lines.add("}");
    lines.add("");
    lines.add("_upkeep() {");
    lines.add("  local context state state_descr line");
    lines.add("  typeset -A opt_args");
    lines.add("  local -a everywhere commands");
    lines.add("  everywhere=(");
    root.options().forEach(option -> lines.add("    " + option(option)));
    lines.add("  )");
    lines.add("  commands=(");
    root.subcommands().forEach((name, command) -> lines.add("    " + command(name, command)));
    lines.add("  )");
    lines.add(
        "  _arguments -C -s $everywhere '1:command:->command' '*::argument:->argument' && return");
    lines.add("  case $state in");
    lines.add("    command) _describe -t commands 'upkeep command' commands ;;");
    lines.add("    argument)");
    lines.add("      case $line[1] in");
    root.subcommands().forEach((name, command) -> arguments(name, command.getCommandSpec()));
    lines.add("      esac");
    lines.add("      ;;");
    lines.add("  esac");
    lines.add("}");
    lines.add("");
    lines.add("if [[ $funcstack[1] = _upkeep ]]; then");
    lines.add("  _upkeep \"$@\"");
    lines.add("else");
    lines.add("  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }");
    lines.add("  compdef _upkeep upkeep");
    lines.add("fi");
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void arguments(String name, CommandSpec command) {
    List<String> specs = new ArrayList<>(List.of("$everywhere"));
    UsageText.own(command).forEach(option -> specs.add(option(option)));
    command.positionalParameters().forEach(parameter -> specs.add(positional(parameter, command)));
    lines.add(
        "        " + name + ") _arguments -s " + String.join(" \\\n            ", specs) + " ;;");
  }

  private static String command(String name, CommandLine command) {
    return quoted(name + ":" + UsageText.summary(command.getCommandSpec()));
  }

  /// `'(-v --verbose)'{-v,--verbose}'[Log more.]'`; a second one of the same name is not offered.
  private static String option(OptionSpec option) {
    List<String> names = List.of(option.names());
    boolean valued = option.arity().max() > 0;
    String rest =
        "["
            + UsageText.description(option).replaceAll("([\\]\\[\\\\:])", "\\\\$1")
            + "]"
            + (valued ? ":" + value(option, option.command()) : "");
    String suffix = valued ? "=" : "";
    if (names.size() == 1) {
      return quoted(names.getFirst() + suffix + rest);
    }
    return quoted("(" + String.join(" ", names) + ")")
        + names.stream().map(name -> name + suffix).collect(Collectors.joining(",", "{", "}"))
        + quoted(rest);
  }

  private static String positional(PositionalParamSpec parameter, CommandSpec command) {
    boolean many = parameter.arity().max() > 1 || parameter.index().isUnspecified();
    return quoted((many ? "*:" : ":") + value(parameter, command));
  }

  private static String value(ArgSpec argument, CommandSpec command) {
    String what =
        switch (CompletedValue.of(argument, command)) {
          case CompletedValue.Words(var words) -> "(" + String.join(" ", words) + ")";
          case CompletedValue.Databases() -> "_upkeep_databases";
          case CompletedValue.AnyFile() -> "_files";
          case CompletedValue.Anything() -> " ";
        };
    return argument.paramLabel() + ":" + what;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
