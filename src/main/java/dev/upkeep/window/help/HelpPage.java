package dev.upkeep.window.help;

import dev.upkeep.control.Mark;
import dev.upkeep.window.page.Page;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.widget.Buttons;
import dev.upkeep.window.widget.StateMark;
import dev.upkeep.window.widget.TextLabels;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows what one may want to know: what counts, how to ask for help, what this is made of.
public final class HelpPage implements Page {
  private static final Map<String, HelpText> SHORTCUTS = new LinkedHashMap<>();
  private static final Map<Mark, HelpText> MARKS = new EnumMap<>(Mark.class);

  static {
    SHORTCUTS.put("Ctrl+1 … 5", HelpText.KEY_PAGES);
    SHORTCUTS.put("Ctrl+V", HelpText.KEY_PASTE);
    SHORTCUTS.put("Ctrl+N", HelpText.KEY_ADD);
    SHORTCUTS.put("Ctrl+F", HelpText.KEY_FIND);
    SHORTCUTS.put("Ctrl+Z", HelpText.KEY_UNDO);
    SHORTCUTS.put("F5", HelpText.KEY_TOUCH_ALL);
    SHORTCUTS.put("Enter", HelpText.KEY_TOUCH);
    SHORTCUTS.put("Del", HelpText.KEY_REMOVE);
    SHORTCUTS.put("Shift+F10", HelpText.KEY_MENU);
    SHORTCUTS.put("Esc", HelpText.KEY_ESCAPE);
    MARKS.put(Mark.ALIVE, HelpText.MARK_ALIVE);
    MARKS.put(Mark.ATTENTION, HelpText.MARK_ATTENTION);
    MARKS.put(Mark.DANGER, HelpText.MARK_DANGER);
    MARKS.put(Mark.PAUSED, HelpText.MARK_PAUSED);
    MARKS.put(Mark.OFFLINE, HelpText.MARK_OFFLINE);
    MARKS.put(Mark.EMPTY, HelpText.MARK_EMPTY);
  }

  private final Texts texts;
  private final VBox column = new VBox();
  private final ScrollPane view = new ScrollPane(column);
  private final Button copy;
  private final HelpModel model;

  private HelpPage(Texts texts, HelpModel model) {
    this.texts = texts;
    this.model = model;
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
    model.start();
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
    section(HelpText.SHORTCUTS);
    column.getChildren().add(pairs(SHORTCUTS));
    section(HelpText.MARKS);
    column.getChildren().add(marks());
    section(HelpText.READERS);
    paragraph(HelpText.READERS_HELP);
    section(HelpText.DIAGNOSTICS);
    paragraph(HelpText.DIAGNOSTICS_HELP);
    column.getChildren().add(copy);
    section(HelpText.ABOUT);
    column.getChildren().add(wrapped(texts.say(HelpText.VERSION, HelpModel.version())));
    Label news = TextLabels.following(model.news(), "hint");
    news.setId("news");
    column.getChildren().add(news);
    paragraph(HelpText.LICENCE);
    TitledPane folded = new TitledPane(say(HelpText.LICENCES), libraries());
    folded.setId("licences");
    folded.getStyleClass().add("folded");
    folded.setExpanded(false);
    folded.setAnimated(false);
    column.getChildren().add(folded);
  }

  private GridPane pairs(Map<String, HelpText> lines) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("libraries");
    lines.forEach((key, text) -> {
      Label name = new Label(named(key));
      name.getStyleClass().add("secondary");
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), name, wrapped(say(text)));
    });
    return grid;
  }

  /// As keyboards of this language have it.
  private String named(String key) {
    return key.replace("Ctrl", say(HelpText.CTRL))
        .replace("Enter", say(HelpText.ENTER))
        .replace("Shift", say(HelpText.SHIFT))
        .replace("Del", say(HelpText.DELETE));
  }

  private GridPane marks() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("libraries");
    MARKS.forEach((mark, text) ->
        grid.addRow(grid.getRowCount(), new StateMark(mark, 16), wrapped(say(text))));
    return grid;
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
