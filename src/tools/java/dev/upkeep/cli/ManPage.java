package dev.upkeep.cli;

import dev.upkeep.cli.settings.SettingHelp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page upkeep(1): commands, options and exit codes from picocli's model, which cannot
/// go out of date, and around them what [ManPageText] says.
final class ManPage {
  private final Roff page = new Roff();
  private final CommandSpec root;

  private ManPage(CommandSpec root) {
    this.root = root;
  }

  /// The page's source.
  ///
  /// @param date of the sources, as in 2026-01-01
  static String of(CommandLine all, String version, String date) {
    ManPage manPage = new ManPage(all.getCommandSpec());
    manPage.page.title("upkeep", 1, date, "Upkeep " + version, "User Commands");
    manPage.begin();
    manPage.commands();
    manPage.end();
    return manPage.page.toString();
  }

  private void begin() {
    page.section("NAME").text("upkeep - " + ManPageText.PURPOSE);
    page.section("SYNOPSIS");
    page.option(List.of("upkeep"), "COMMAND [OPTION]... [ARGUMENT]...", "");
    page.section("DESCRIPTION");
    ManPageText.DESCRIPTION.forEach(page::paragraph);
  }

  private void commands() {
    page.section("COMMANDS");
    root.subcommands()
        .forEach((name, line) -> {
          if (line.getCommandSpec().name().equals(name)) {
            command(name, line.getCommandSpec());
          }
        });
    page.section("OPTIONS").text("Every command has these.");
    root.options().forEach(this::option);
  }

  private void command(String name, CommandSpec command) {
    List<OptionSpec> options = UsageText.own(command);
    String arguments =
        command.positionalParameters().stream()
            .map(ManPage::synopsis)
            .map(text -> " " + text)
            .collect(Collectors.joining());
    page.subsection("upkeep " + name + (options.isEmpty() ? "" : " [OPTION]...") + arguments);
    UsageText.description(command).forEach(page::paragraph);
    command
        .positionalParameters()
        .forEach(parameter -> page.item(parameter.paramLabel(), UsageText.description(parameter)));
    options.forEach(this::option);
    if (name.equals("settings")) {
      SettingHelp.all().forEach((key, help) -> page.item(key, help.english()));
    }
  }

  private void option(OptionSpec option) {
    page.option(
        Arrays.asList(option.names()),
        option.arity().max() > 0 ? option.paramLabel() : "",
        UsageText.description(option));
  }

  private static String synopsis(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (isMany(parameter) ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static boolean isMany(ArgSpec argument) {
    return argument.arity().max() > 1;
  }

  private void end() {
    page.section("ENVIRONMENT");
    ManPageText.ENVIRONMENT.forEach(page::item);
    page.section("FILES");
    page.paragraph(ManPageText.FILES_WHERE);
    ManPageText.FILES.forEach(page::item);
    page.section("EXIT STATUS");
    Map<String, String> codes = root.usageMessage().exitCodeList();
    codes.forEach(page::item);
    page.paragraph("Of several results the first of 2, 4, 1, 5, 0 counts.");
    page.section("EXAMPLES");
    ManPageText.EXAMPLES.forEach((what, lines) -> page.paragraph(what).example(lines));
    page.section("SEE ALSO");
    page.text(ManPageText.SEE_ALSO);
  }
}
