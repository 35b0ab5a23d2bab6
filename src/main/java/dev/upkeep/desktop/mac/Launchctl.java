package dev.upkeep.desktop.mac;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How `launchctl` is asked and read; see `man launchctl`. Nothing is run here.
///
/// Neither `bootstrap` nor `bootout` is among the commands. launchd reads the folder at login by
/// itself; the one would start a second agent now, the other would end the one that launchd has
/// started.
final class Launchctl {
  private static final String PROGRAM = "/bin/launchctl";

  /// `"label" => disabled`; `true` in its place before macOS 13.
  private static final Pattern SWITCH =
      Pattern.compile("\\s*\"([^\"]*)\"\\s*=>\\s*(disabled|enabled|true|false)\\s*");

  private Launchctl() {}

  /// Prints which agents of a user are switched off. Also answers where nobody is logged in at the
  /// screen.
  static List<String> printDisabled(int uid) {
    return List.of(PROGRAM, "print-disabled", "user/" + uid);
  }

  static List<String> enable(int uid, String label) {
    return List.of(PROGRAM, "enable", "user/" + uid + "/" + label);
  }

  /// Whether a label is switched off, by what `print-disabled` has printed.
  static boolean isDisabled(String label, String printed) {
    return printed
        .lines()
        .map(SWITCH::matcher)
        .filter(Matcher::matches)
        .anyMatch(m -> m.group(1).equals(label) && m.group(2).matches("disabled|true"));
  }
}
