package dev.upkeep.deploy;

import java.util.stream.Collectors;

/// What stands in XML as itself.
final class Xml {
  private Xml() {}

  static String text(String text) {
    return Printable.comment(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// The databases of a run for a comment, where two dashes are forbidden.
  static String comment(Layout layout, Run run) {
    return layout
        .comment(run.databases())
        .lines()
        .map(line -> line.substring(1).replace("--", "- -").replaceAll("-$", "- "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
