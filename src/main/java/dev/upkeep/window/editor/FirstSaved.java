package dev.upkeep.window.editor;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.TextLabels;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is said once, below the first database that was saved: where its password is, and whether
/// Upkeep is to start at login.
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
    login.selectedProperty().bindBidirectional(offer.wanted());
    Label help = TextLabels.of(texts.say(FormText.LOGIN_HELP), "caption");
    help.getStyleClass().add("under-choice");
    VBox choice = new VBox(login, help);
    choice.visibleProperty().bind(offer.open());
    choice.managedProperty().bind(choice.visibleProperty());
    box.getChildren().addAll(choice, TextLabels.following(offer.remark(), "hint"));
    return box;
  }
}
