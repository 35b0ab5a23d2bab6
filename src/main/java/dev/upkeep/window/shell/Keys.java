package dev.upkeep.window.shell;

import dev.upkeep.window.page.Route;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the keyboard does everywhere in the window.
final class Keys {
  private Keys() {}

  static void install(Scene scene, Shell shell, Intake intake) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Tab tab : Tab.values()) {
      keys.put(ctrl(tab.key()), () -> shell.goIfOffered(tab.place()));
    }
    keys.put(ctrl(KeyCode.N), () -> shell.goIfOffered(new Route.Add()));
    // A field that has the keyboard takes it before.
    keys.put(ctrl(KeyCode.V), intake::paste);
    keys.put(ctrl(KeyCode.F), shell::find);
    keys.put(ctrl(KeyCode.Z), shell::undo);
    keys.put(new KeyCodeCombination(KeyCode.F5), shell.model()::touchAll);
    keys.put(new KeyCodeCombination(KeyCode.ESCAPE), shell::escape);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          escapeFromLists(event, shell);
          pasteOutsideOfFields(event, intake);
        });
  }

  /// Lists and tables take Esc for the end of an editing that none of ours knows.
  private static void escapeFromLists(KeyEvent event, Shell shell) {
    boolean list =
        event.getTarget() instanceof ListView<?> || event.getTarget() instanceof TableView<?>;
    if (event.getCode() == KeyCode.ESCAPE && list) {
      shell.escape();
      event.consume();
    }
  }

  /// No field of one line is for a connection text: neither a filter nor a setting.
  private static void pasteOutsideOfFields(KeyEvent event, Intake intake) {
    boolean field = event.getTarget() instanceof TextField;
    if (field && ctrl(KeyCode.V).match(event) && intake.holdsConnectionText()) {
      intake.paste();
      event.consume();
    }
  }

  private static KeyCombination ctrl(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
