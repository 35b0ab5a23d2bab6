package dev.upkeep.window.databases;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Tags;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks for what several databases are to have alike. What cannot be used cannot be confirmed.
final class SeveralDialog {
  private static final String ANY = "sample";

  private static final Database SAMPLE =
      Database.of(new UUID(0, 0), ANY, new Endpoint.Redis(ANY, 6379, Optional.empty(), true));

  private final Texts texts;
  private final @Nullable Window owner;

  SeveralDialog(Texts texts, @Nullable Window owner) {
    this.texts = texts;
    this.owner = owner;
  }

  /// New tags for all of them.
  Optional<UnaryOperator<Database>> tags(List<DatabaseRow> rows) {
    String common =
        rows.stream().map(DatabaseRow::tags).distinct().count() == 1 ? rows.getFirst().tags() : "";
    return ask(
        DatabasesText.TAGS_FOR,
        rows.size(),
        common,
        text -> {
          List<String> tags = Tags.split(text);
          return change(database -> database.edit().tags(tags).done());
        });
  }

  /// Another time between touches for all of them; none means the usual one.
  Optional<UnaryOperator<Database>> interval(List<DatabaseRow> rows) {
    return ask(
        DatabasesText.INTERVAL_FOR,
        rows.size(),
        "",
        text -> {
          Optional<Duration> interval = DurationText.parse(text);
          return interval.isEmpty() && !text.isBlank()
              ? Optional.empty()
              : change(database -> database.edit().interval(interval).done());
        });
  }

  /// Empty if the change breaks a rule whatever the database is.
  private static Optional<UnaryOperator<Database>> change(UnaryOperator<Database> change) {
    return DatabaseRules.problems(change.apply(SAMPLE)).isEmpty()
        ? Optional.of(change)
        : Optional.empty();
  }

  private Optional<UnaryOperator<Database>> ask(
      DatabasesText question,
      int count,
      String before,
      Function<String, Optional<UnaryOperator<Database>>> read) {
    TextInputDialog dialog = new TextInputDialog(before);
    dialog.initOwner(owner);
    dialog.setTitle(texts.say(DatabasesText.SEVERAL));
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText(texts.say(question, count));
    Node confirm = dialog.getDialogPane().lookupButton(ButtonType.OK);
    dialog
        .getEditor()
        .textProperty()
        .subscribe(text -> confirm.setDisable(read.apply(text).isEmpty()));
    return dialog.showAndWait().flatMap(read);
  }
}
