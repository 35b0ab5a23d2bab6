package dev.upkeep.window.shell;

import dev.upkeep.window.page.Toast;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows toasts at the bottom, above everything else.
final class ToastPane {
  private final Toasts toasts;
  private final Texts texts;
  private final VBox box = new VBox();

  ToastPane(Toasts toasts, Texts texts) {
    this.toasts = toasts;
    this.texts = texts;
    box.getStyleClass().add("toasts");
    box.setAlignment(Pos.BOTTOM_CENTER);
    box.setFillWidth(false);
    // Only the toasts themselves take clicks from the page beneath.
    box.setPickOnBounds(false);
    toasts.shown().addListener((Observable _) -> show());
    show();
  }

  Node node() {
    return box;
  }

  private void show() {
    box.getChildren().setAll(toasts.shown().stream().map(this::toast).toList());
  }

  private Node toast(Toast toast) {
    Label text = new Label(toast.text());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox line = new HBox(text);
    toast
        .undo()
        .ifPresent(_ -> {
          Button undo = Buttons.of(texts.say(ShellText.UNDO), "undo", () -> toasts.undo(toast));
          line.getChildren().add(undo);
        });
    toast
        .action()
        .map(action -> Buttons.of(action.label(), "toast-action", () -> toasts.act(toast)))
        .ifPresent(line.getChildren()::add);
    line.getChildren()
        .add(
            Buttons.sign(
                "✕", texts.say(ShellText.DISMISS), "dismiss", () -> toasts.dismiss(toast)));
    line.getStyleClass().add("toast");
    if (toast.alarming()) {
      line.getStyleClass().add("alarming");
    }
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(toast.text());
    return line;
  }
}
