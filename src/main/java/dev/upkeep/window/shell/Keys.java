package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What the keyboard does everywhere in the window.
final class Keys {
  private Keys() {}

  static void install(Scene scene, Shell shell) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Tab tab : Tab.values()) {
      keys.put(ctrl(tab.key()), () -> shell.goIfOffered(tab.place()));
    }
    keys.put(ctrl(KeyCode.N), () -> shell.goIfOffered(new Route.Add()));
    keys.put(ctrl(KeyCode.F), shell::find);
    keys.put(ctrl(KeyCode.Z), shell::undo);
    keys.put(new KeyCodeCombination(KeyCode.F5), shell.model()::touchAll);
    keys.put(new KeyCodeCombination(KeyCode.ESCAPE), shell::escape);
  }

  private static KeyCombination ctrl(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
