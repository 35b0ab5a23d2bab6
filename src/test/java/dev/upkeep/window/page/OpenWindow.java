package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.databases.DatabaseRow;
import dev.upkeep.window.databases.RowWords;
import dev.upkeep.window.link.AgentLink;
import dev.upkeep.window.link.AgentStarter;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.link.NoStarter;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.shell.Intake;
import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The whole window, open on an agent, with a robot before it.
public final class OpenWindow {
  private final FxRobot robot = new FxRobot();
  private final AgentLink link;
  private final Content content;
  private final Stage stage;

  private OpenWindow(AgentPlace agent, List<PageKind> pages, AgentStarter starter)
      throws Exception {
    Headless.start();
    InstantSource clock = InstantSource.system();
    link =
        new AgentLink(
            () -> ControlClient.connect(agent),
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            clock);
    Preferences node = Preferences.userRoot().node("open-window");
    node.clear();
    WindowMemory memory = new WindowMemory(node);
    memory.keep(Appearance.LIGHT);
    content =
        Headless.call(() ->
            Content.of(
                new Content.Parts(
                    link,
                    starter,
                    memory,
                    new Texts(Locale.UK),
                    new WindowTime(clock, ZoneOffset.UTC, new FxTimer()),
                    work -> Thread.ofVirtual().start(work),
                    Platform::runLater),
                pages));
    stage = Headless.call(Stage::new);
  }

  /// Opens it at a place.
  public static OpenWindow on(AgentPlace agent, Route place) throws Exception {
    return on(agent, place, Pages.ALL);
  }

  /// Opens it with some pages alone, or with others than usual.
  public static OpenWindow on(AgentPlace agent, Route place, List<PageKind> pages)
      throws Exception {
    return on(agent, place, pages, new NoStarter());
  }

  /// Opens it with a way to start agents.
  public static OpenWindow on(
      AgentPlace agent, Route place, List<PageKind> pages, AgentStarter starter) throws Exception {
    OpenWindow window = new OpenWindow(agent, pages, starter);
    window.show(place);
    return window;
  }

  private void show(Route place) throws Exception {
    Headless.call(() -> {
      stage.setScene(content.scene());
      stage.setWidth(1000);
      stage.setHeight(1150);
      stage.show();
      content.shell().go(place);
      return true;
    });
    link.start();
    until("it has the keyboard", stage::isFocused);
  }

  /// Where what is dropped arrives.
  public Intake intake() {
    return content.intake();
  }

  public FxRobot robot() {
    return robot;
  }

  /// Goes somewhere, as a tab or a menu does.
  void go(Route place) throws Exception {
    Headless.call(() -> {
      content.shell().go(place);
      return true;
    });
  }

  /// Waits until it is so, on the window's thread. The limit only ends a test that has failed.
  public void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  /// Whether it is there to be seen, by a selector of the style sheet's kind. Like all that only
  /// looks, on the window's thread.
  public boolean has(String selector) {
    return robot.lookup(selector).tryQuery().filter(OpenWindow::isSeen).isPresent();
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public Node node(String selector) {
    return robot.lookup(selector).query();
  }

  /// What is in a field.
  String text(String selector) {
    return field(selector).getText();
  }

  private TextInputControl field(String selector) {
    return (TextInputControl) node(selector);
  }

  /// Whether some text that is to be seen contains this.
  public boolean reads(String text) {
    return robot
        .lookup((Node node) ->
            node instanceof Labeled labeled
                && String.valueOf(labeled.getText()).replace('\u00A0', ' ').contains(text)
                && isSeen(node))
        .tryQuery()
        .isPresent();
  }

  public List<DatabaseRow> rows() {
    List<UUID> listed =
        robot
            .lookup("#database-list")
            .<ListView<UUID>>tryQuery()
            .map(ListView::getItems)
            .map(List::copyOf)
            .orElse(List.of());
    RowWords words =
        new RowWords(
            new TimeWords(Instant.now(), ZoneOffset.UTC, new Texts(Locale.UK)),
            true,
            link.connection().get() instanceof Connection.Connected);
    return link.snapshot().get().stream()
        .flatMap(seen -> seen.databases().stream())
        .filter(status -> listed.contains(status.database().id()))
        .sorted(Comparator.comparingInt(status -> listed.indexOf(status.database().id())))
        .map(words::row)
        .toList();
  }

  public DatabaseRow row(String name) {
    return rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  public List<String> toasts() {
    return content.toasts().shown().stream().map(Toast::text).toList();
  }

  /// Clicks on it, as soon as that can be done.
  public void press(String selector) throws Exception {
    until(selector + " can be pressed", () -> has(selector) && !node(selector).isDisabled());
    Headless.settle();
    robot.clickOn(node(selector));
  }

  /// Puts a text in the place of what is in a field, as pasting does.
  public void paste(String selector, String text) throws Exception {
    Headless.call(() -> {
      field(selector).setText(text);
      return true;
    });
  }

  /// Types a text in the place of what is in a field, and confirms it.
  void type(String selector, String text) throws Exception {
    Headless.settle();
    Headless.call(() -> {
      field(selector).requestFocus();
      field(selector).selectAll();
      return true;
    });
    robot.write(text).type(KeyCode.ENTER);
  }

  public void close() throws Exception {
    link.close();
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }
}
