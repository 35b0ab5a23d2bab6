package dev.upkeep.window.editor;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.TextLabels;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is said once, below the first database that was saved: where its password is, and whether
/// Upkeep is to start at login and to tell of new versions.
public final class FirstSaved {
  private FirstSaved() {}

  /// Shows the offer as long as it is open.
  public static Node of(LoginOffer offer, Texts texts) {
    VBox box = new VBox();
    box.getStyleClass().add("fields");
    offer
        .secretStore()
        .map(where -> TextLabels.of(texts.say(FormText.SECRETS_KEPT, where), "body"))
        .ifPresent(box.getChildren()::add);
    CheckBox login = new CheckBox(texts.say(FormText.LOGIN));
    login.setId("login");
    CheckBox updates = new CheckBox(texts.say(FormText.UPDATES));
    updates.setId("updates");
    box.getChildren()
        .addAll(
            choice(login, texts.say(FormText.LOGIN_HELP), offer.wanted(), offer.open()),
            TextLabels.following(offer.remark(), "hint"),
            choice(
                updates,
                texts.say(FormText.UPDATES_HELP),
                offer.updates().wanted(),
                offer.updates().open()));
    return box;
  }

  private static Node choice(
      CheckBox box, String words, BooleanProperty wanted, ReadOnlyBooleanProperty open) {
    box.selectedProperty().bindBidirectional(wanted);
    Label help = TextLabels.of(words, "caption");
    help.getStyleClass().add("under-choice");
    VBox choice = new VBox(box, help);
    choice.visibleProperty().bind(open);
    choice.managedProperty().bind(choice.visibleProperty());
    return choice;
  }
}
