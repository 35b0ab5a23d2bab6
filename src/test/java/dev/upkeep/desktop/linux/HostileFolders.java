package dev.upkeep.desktop.linux;

import java.util.List;

/// Names that a folder on Linux may have and that a careless command line would break on.
final class HostileFolders {
  static final List<String> ALL =
      List.of(
          "plain",
          "with blanks  in it",
          " blank first",
          "100%",
          "%f %u %%",
          "it's",
          "say \"cheese\"",
          "back\\slash",
          "back\\\\slash\\n\\s",
          "$HOME",
          "`id`",
          "a;b&c|d<e>f",
          "*?#()~[x]{y}!",
          "Zoë 日本語 🐤",
          "--profile");

  private HostileFolders() {}
}
