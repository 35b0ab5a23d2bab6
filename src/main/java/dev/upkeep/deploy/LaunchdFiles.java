package dev.upkeep.deploy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A launch agent of macOS for each run, as launchd.plist(5) describes it. It touches databases
/// that are kept already, as the user whose keychain has their secrets.
final class LaunchdFiles {
  private LaunchdFiles() {}

  static List<GeneratedFile> of(Layout layout) {
    return layout.runs().stream()
        .map(run -> GeneratedFile.open(label(run) + ".plist", plist(layout, run)))
        .toList();
  }

  private static String label(Run run) {
    return "dev.upkeep.touch." + run.word();
  }

  private static String plist(Layout layout, Run run) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <!--
          Upkeep from launchd, without an agent of Upkeep: touches
        %1$s
          Databases and secrets stay where they are: it runs as you, and asks your keychain.

            1. cp %2$s.plist ~/Library/LaunchAgents/
            2. launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/%2$s.plist

          launchctl kickstart gui/$(id -u)/%2$s tries it; upkeep history says how it went.
          What was missed while the Mac slept is made up for once when it wakes; what was missed while it was off
          is not.
        -->
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>%2$s</string>
          <key>ProgramArguments</key>
          <array>
        %3$s  </array>
          <key>EnvironmentVariables</key>
          <dict>
            <key>LC_ALL</key>
            <string>en_US.UTF-8</string>
          </dict>
          <key>ProcessType</key>
          <string>Background</string>
          <key>StartCalendarInterval</key>
          <array>
        %4$s  </array>
        </dict>
        </plist>
        """,
        Xml.comment(layout, run),
        label(run),
        Stream.concat(Stream.of(layout.program(), "ping"), run.ids())
            .map(word -> "    <string>" + Xml.text(word) + "</string>\n")
            .collect(Collectors.joining()),
        run.schedule().moments().stream().map(LaunchdFiles::moment).collect(Collectors.joining()));
  }

  private static String moment(Schedule.Moment moment) {
    StringBuilder text = new StringBuilder("    <dict>\n");
    moment.day().ifPresent(day -> text.append(entry("Day", day)));
    moment.hour().ifPresent(hour -> text.append(entry("Hour", hour)));
    return text.append(entry("Minute", moment.minute())).append("    </dict>\n").toString();
  }

  private static String entry(String key, int value) {
    return "      <key>" + key + "</key>\n      <integer>" + value + "</integer>\n";
  }
}
