package dev.upkeep.window.help;

import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows what one may want to know: what counts, how to ask for help, what this is made of.
public final class HelpPage implements Page {
  private final Texts texts;
  private final VBox column = new VBox();
  private final ScrollPane view = new ScrollPane(column);
  private final Button copy;

  private HelpPage(Texts texts, HelpModel model) {
    this.texts = texts;
    this.copy = Buttons.of(say(HelpText.COPY), "copy-diagnostics", model::copyDiagnostics);
  }

  /// The page, and the model behind it.
  public static HelpPage of(PageContext surroundings) {
    HelpModel model =
        new HelpModel(
            surroundings.agent(),
            surroundings.texts(),
            surroundings.time(),
            surroundings.toasts(),
            HelpPage::toClipboard);
    HelpPage page = new HelpPage(surroundings.texts(), model);
    page.fill();
    return page;
  }

  private void fill() {
    column.getStyleClass().addAll("reading", "help");
    view.setFitToWidth(true);
    view.getStyleClass().add("page-scroll");
    section(HelpText.ACTIVITY);
    paragraph(HelpText.ACTIVITY_KNOWN);
    paragraph(HelpText.ACTIVITY_DONE);
    paragraph(HelpText.ACTIVITY_UNSURE);
    section(HelpText.DIAGNOSTICS);
    paragraph(HelpText.DIAGNOSTICS_HELP);
    column.getChildren().add(copy);
    section(HelpText.ABOUT);
    column.getChildren().add(wrapped(texts.say(HelpText.VERSION, HelpModel.version())));
    paragraph(HelpText.LICENCE);
    column.getChildren().add(libraries());
  }

  private GridPane libraries() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("libraries");
    int row = 0;
    for (HelpModel.Library library : HelpModel.libraries()) {
      Label address = new Label(library.address());
      address.getStyleClass().add("secondary");
      grid.addRow(row++, new Label(library.name()), new Label(library.licence()), address);
    }
    return grid;
  }

  private void section(HelpText text) {
    Label label = new Label(say(text));
    label.getStyleClass().add("section");
    column.getChildren().add(label);
  }

  private void paragraph(HelpText text) {
    column.getChildren().add(wrapped(say(text)));
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void toClipboard(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Route place) {
    copy.requestFocus();
    // The button is far down, and one begins to read at the top.
    view.setVvalue(0);
  }

  private String say(HelpText text) {
    return texts.say(text);
  }
}
