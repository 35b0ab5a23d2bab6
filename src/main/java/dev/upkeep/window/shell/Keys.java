package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keyboard does everywhere in the window.
public final class Keys {
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

  /// Goes along the parts of a drawing with the arrow keys, which stay at its ends; other keys are
  /// left alone.
  ///
  /// @param chosen the part to go on from; negative to begin at the last one
  public static void along(KeyEvent event, int chosen, int last, IntConsumer choose) {
    switch (event.getCode()) {
      case LEFT -> choose.accept(chosen < 0 ? last : Math.max(0, chosen - 1));
      case RIGHT -> choose.accept(chosen < 0 ? last : Math.min(last, chosen + 1));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static KeyCombination ctrl(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
