package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.PlainText;
import dev.upkeep.desktop.TrayMenu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns the tray's menu into numbered nodes. An entry keeps its number while it is in the menu,
/// and no number is given twice: a click always means what the person saw.
///
/// Not safe for several threads; its snapshots are.
final class MenuModel {
  /// As wide as a menu may become.
  private static final int LABEL_LENGTH = 90;

  private Map<String, Integer> ids = Map.of();
  private Map<Integer, String> keys = Map.of();
  private Map<Integer, String> keysBefore = Map.of();
  private int lastId = MenuSnapshot.ROOT;
  private MenuSnapshot snapshot = MenuSnapshot.of(1, List.of());

  MenuSnapshot snapshot() {
    return snapshot;
  }

  /// Takes a new menu.
  ///
  /// @throws IllegalArgumentException if two entries have the same key; the former menu stays
  MenuChange show(List<TrayMenu> menu) {
    Numbering numbering = new Numbering();
    MenuSnapshot candidate = MenuSnapshot.of(snapshot.revision(), numbering.nodes("menu", menu));
    MenuChange change = MenuChange.between(snapshot, candidate);
    snapshot =
        change.layouts().isEmpty()
            ? candidate
            : new MenuSnapshot(snapshot.revision() + 1, candidate.root(), candidate.nodes());
    ids = numbering.given;
    keysBefore = keys;
    keys = numbering.choosable;
    return change;
  }

  /// The key of an entry that can be chosen; also of one that has left the menu with the last
  /// change, for the click may have been under way.
  Optional<String> chosen(int id) {
    return Optional.ofNullable(keys.get(id))
        .or(() ->
            snapshot.nodes().containsKey(id)
                ? Optional.empty()
                : Optional.ofNullable(keysBefore.get(id)));
  }

  /// The numbers of one menu.
  private final class Numbering {
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<Integer, String> choosable = new HashMap<>();

    List<MenuNode> nodes(String parent, List<TrayMenu> entries) {
      List<MenuNode> nodes = new ArrayList<>();
      int separators = 0;
      for (TrayMenu entry : entries) {
        nodes.add(
            switch (entry) {
              case TrayMenu.Headline it ->
                  leaf(id("headline", it.key()), label(it.label()), Map.of("enabled", false));
              case TrayMenu.Item it -> {
                int id = id("item", it.key());
                if (it.enabled()) {
                  choosable.put(id, it.key());
                }
                yield leaf(id, label(it.label()), Map.of("enabled", it.enabled()));
              }
              case TrayMenu.Check it -> {
                int id = id("check", it.key());
                choosable.put(id, it.key());
                yield leaf(
                    id,
                    label(it.label()),
                    Map.of("toggle-type", "checkmark", "toggle-state", it.checked() ? 1 : 0));
              }
              case TrayMenu.Submenu it ->
                  new MenuNode(
                      id("submenu", it.key()),
                      Map.of("label", label(it.label()), "children-display", "submenu"),
                      nodes(it.key(), it.entries()));
              case TrayMenu.Separator _ ->
                  new MenuNode(
                      id("separator " + ++separators, parent),
                      Map.of("type", "separator"),
                      List.of());
            });
      }
      return nodes;
    }

    /// The kind belongs to what an entry is: one that becomes another kind is another entry.
    private int id(String kind, String key) {
      String identity = kind + " " + key;
      int id = given.computeIfAbsent(identity, it -> ids.containsKey(it) ? ids.get(it) : ++lastId);
      return id;
    }

    private MenuNode leaf(int id, String label, Map<String, Object> more) {
      Map<String, Object> properties = new HashMap<>(more);
      properties.put("label", label);
      return new MenuNode(id, properties, List.of());
    }
  }

  /// A single underscore would mark the next letter as a mnemonic.
  private static String label(String text) {
    return PlainText.line(text, LABEL_LENGTH).replace("_", "__");
  }
}
