package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.TrayView;
import java.util.Map;

/// What the tray shows, and what each entry that can be chosen does, by its key.
record TrayPicture(TrayView view, Map<String, TrayAction> actions) {
  TrayPicture {
    actions = Map.copyOf(actions);
  }
}
