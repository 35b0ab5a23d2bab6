package dev.upkeep.cli;

import dev.upkeep.cli.account.AccountCommand;
import dev.upkeep.cli.account.LinkUpstashCommand;
import dev.upkeep.cli.account.UnlinkUpstashCommand;
import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.databases.AddCommand;
import dev.upkeep.cli.databases.EditCommand;
import dev.upkeep.cli.databases.ImportUpstashCommand;
import dev.upkeep.cli.databases.PauseCommand;
import dev.upkeep.cli.databases.RemoveCommand;
import dev.upkeep.cli.databases.RescueCommand;
import dev.upkeep.cli.databases.RestoreCommand;
import dev.upkeep.cli.databases.ResumeCommand;
import dev.upkeep.cli.deploy.DeployCommand;
import dev.upkeep.cli.doctor.DoctorCommand;
import dev.upkeep.cli.ping.PingCommand;
import dev.upkeep.cli.process.AgentCommand;
import dev.upkeep.cli.process.LoginStartCommand;
import dev.upkeep.cli.process.StopCommand;
import dev.upkeep.cli.process.WindowCommand;
import dev.upkeep.cli.report.ReportCommand;
import dev.upkeep.cli.settings.ExportCommand;
import dev.upkeep.cli.settings.ImportCommand;
import dev.upkeep.cli.settings.SecretsCommand;
import dev.upkeep.cli.settings.SettingHelp;
import dev.upkeep.cli.settings.SettingsCommand;
import dev.upkeep.cli.status.DrillCommand;
import dev.upkeep.cli.status.HistoryCommand;
import dev.upkeep.cli.status.ListCommand;
import dev.upkeep.cli.status.StatusCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// Which commands there are, in the order in which the help shows them.
final class Subcommands {
  private record Entry(String name, Class<?> type, boolean asksTheAgent) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry("touch", PingCommand.class, false),
          new Entry("doctor", DoctorCommand.class, false),
          new Entry("agent", AgentCommand.class, true),
          new Entry("window", WindowCommand.class, true),
          new Entry("add", AddCommand.class, true),
          new Entry("list", ListCommand.class, true),
          new Entry("status", StatusCommand.class, true),
          new Entry("history", HistoryCommand.class, true),
          new Entry("drill", DrillCommand.class, true),
          new Entry("report", ReportCommand.class, true),
          new Entry("edit", EditCommand.class, true),
          new Entry("remove", RemoveCommand.class, true),
          new Entry("restore", RestoreCommand.class, true),
          new Entry("rescue", RescueCommand.class, true),
          new Entry("pause", PauseCommand.class, true),
          new Entry("resume", ResumeCommand.class, true),
          new Entry("settings", SettingsCommand.class, true),
          new Entry("secrets", SecretsCommand.class, true),
          new Entry("export", ExportCommand.class, true),
          new Entry("import", ImportCommand.class, true),
          new Entry("import-upstash", ImportUpstashCommand.class, true),
          new Entry("link-upstash", LinkUpstashCommand.class, true),
          new Entry("unlink-upstash", UnlinkUpstashCommand.class, true),
          new Entry("account", AccountCommand.class, true),
          new Entry("deploy", DeployCommand.class, true),
          new Entry("login-start", LoginStartCommand.class, true),
          new Entry("stop", StopCommand.class, true),
          new Entry("help", HelpCommand.class, false),
          new Entry("completion", CompletionCommand.class, false));

  /// What a command is called besides, for scripts that were written before.
  private static final Map<String, String> ALIASES = Map.of("ping", "touch");

  private Subcommands() {}

  /// The model of every command and option, for those who describe them; nothing can be run.
  static CommandLine model(Console console, boolean agent) {
    CommandLine line = new CommandLine(new Upkeep(console, Optional.empty(), false));
    addTo(line, List.of(), agent);
    return line;
  }

  /// Adds the commands that the arguments may mean: reading the annotations of all the others would
  /// cost every `ping` a noticeable part of its time. Arguments that name none get all, for the
  /// help.
  static void addTo(CommandLine line, List<String> arguments, boolean agent) {
    List<Entry> there = ALL.stream().filter(entry -> agent || !entry.asksTheAgent()).toList();
    List<String> words = arguments.stream().map(word -> ALIASES.getOrDefault(word, word)).toList();
    List<Entry> named = there.stream().filter(entry -> words.contains(entry.name())).toList();
    for (Entry entry : named.isEmpty() ? there : named) {
      line.addSubcommand(entry.name(), entry.type());
      CommandLine added = line.getSubcommands().get(entry.name());
      if (added != null && entry.type().equals(SettingsCommand.class)) {
        added.getCommandSpec().usageMessage().footer(settings());
      }
    }
  }

  /// The names of all commands.
  static List<String> names(boolean agent) {
    return ALL.stream().filter(entry -> agent || !entry.asksTheAgent()).map(Entry::name).toList();
  }

  private static String[] settings() {
    List<String> lines = new ArrayList<>(List.of("", "Settings:"));
    SettingHelp.all()
        .forEach((key, help) -> lines.add("  " + key + "  " + help.english().replace("%", "%%")));
    return lines.toArray(String[]::new);
  }
}
