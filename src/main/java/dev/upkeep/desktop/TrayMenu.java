package dev.upkeep.desktop;

import java.util.List;

/// One entry of the tray's menu. Labels are plain text: who shows them escapes what their mechanism
/// takes for markup or mnemonics.
///
/// A key says what an entry means. It stays the same while the entry does, so that a menu that is
/// open is changed in place, and it is unique in the menu.
public sealed interface TrayMenu {
  /// A sentence that cannot be chosen.
  record Headline(String key, String label) implements TrayMenu {}

  /// Something to do.
  record Item(String key, String label, boolean enabled) implements TrayMenu {}

  /// Something that is on or off.
  record Check(String key, String label, boolean checked) implements TrayMenu {}

  /// More entries behind this one.
  record Submenu(String key, String label, List<TrayMenu> entries) implements TrayMenu {
    public Submenu {
      entries = List.copyOf(entries);
    }
  }

  /// A line between groups. Has no key: separators are alike.
  record Separator() implements TrayMenu {}
}
