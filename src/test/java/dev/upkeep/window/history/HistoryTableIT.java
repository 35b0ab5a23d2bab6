package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.UtcText;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.AgentLink;
import dev.upkeep.window.link.NoStarter;
import dev.upkeep.window.page.FxTimer;
import dev.upkeep.window.page.PageKind;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The table of touches in the toolkit, while new ones come in.
final class HistoryTableIT {
  private static final UUID SHOP = Statuses.alive("shop").database().id();
  private static final int COUNT = 1000;

  private static final String LONG = "a-name-that-somebody-made-very-long-to-see-what-happens";

  private final FakeAgent agent = new FakeAgent().with(Statuses.alive("shop"));

  /// Takes questions also after the window is gone, as the real ones do.
  private final Executor workers = work -> Thread.ofVirtual().start(work);

  private AgentLink link;
  private Stage stage;
  private TableView<?> table;
  private VirtualFlow<?> flow;

  @BeforeAll
  static void toolkit() throws Exception {
    Headless.start();
  }

  @BeforeEach
  void open() throws Exception {
    List<RecordedTouch> touches =
        IntStream.range(0, COUNT).mapToObj(i -> touch(COUNT - i)).toList();
    agent.remembering(_ -> touches);
    link =
        new AgentLink(
            () -> agent, Platform::runLater, workers, Thread::sleep, InstantSource.system());
    stage = Headless.call(this::shown);
    until(
        "the page is whole", () -> stage.getScene().lookup("#history-table .virtual-flow") != null);
    table = (TableView<?>) Headless.call(() -> stage.getScene().lookup("#history-table"));
    flow = (VirtualFlow<?>) Headless.call(() -> table.lookup(".virtual-flow"));
    link.start();
    until("the first page", () -> table.getItems().size() >= 2 * TouchList.PAGE);
    Headless.settle();
  }

  private Stage shown() {
    Content content =
        Content.of(
            new Content.Parts(
                link,
                new NoStarter(),
                new WindowMemory(Preferences.userRoot().node("history-table-it")),
                new Texts(Locale.UK),
                new WindowTime(() -> Statuses.NOW, ZoneOffset.UTC, new FxTimer()),
                Runnable::run,
                Platform::runLater),
            List.of(
                new PageKind(
                    Set.of(Route.History.class),
                    around -> HistoryPage.of(around, _ -> Optional.empty()))));
    Stage shown = new Stage();
    shown.setScene(content.scene());
    shown.show();
    content.shell().go(new Route.History(Optional.empty()));
    return shown;
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  /// The higher the number, the newer.
  private static RecordedTouch touch(int number) {
    return Samples.touch(
        number,
        SHOP,
        Statuses.NOW.minus(Duration.ofDays(20)).plusSeconds(60L * number),
        Samples.alive(42));
  }

  /// Touches end while somebody looks.
  private void touchesEnd(int from, int to) throws Exception {
    int before = Headless.call(() -> table.getItems().size());
    DatabaseStatus shop = Statuses.alive("shop");
    for (int i = from; i <= to; i++) {
      agent.tell(new Change.Database(StatusBuilder.like(shop).last(touch(i)).done()));
      int now = before + i - from + 1;
      until("touch " + i, () -> table.getItems().size() >= now);
      Headless.settle();
    }
  }

  /// What is to be seen at the top, and how much of it is hidden.
  private record Top(long touch, double y) {}

  private Top top() throws Exception {
    return Headless.call(() -> {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      return new Top(((HistoryLine.Touched) first.getItem()).touch().id(), first.getLayoutY());
    });
  }

  @Test
  void a_long_name_has_what_room_there_is_and_nothing_scrolls_sideways() throws Exception {
    double before = widthOfNames(1600);
    agent.tell(new Change.Database(Statuses.alive(LONG)));
    until("the name is known", () -> widthOfNames() > before);

    double narrow = widthOfNames(900);
    double wide = widthOfNames(1600);

    assertThat(narrow).as("what the other columns leave").isBetween(168.0, 260.0);
    assertThat(wide).as("the whole name").isBetween(300.0, 520.0);
  }

  private double widthOfNames(double window) throws Exception {
    Headless.call(() -> {
      stage.setWidth(window);
      return true;
    });
    Headless.settle();
    return Headless.call(() -> {
      assertThat(table.lookupAll(".scroll-bar"))
          .filteredOn(node -> node instanceof ScrollBar bar && bar.isVisible())
          .as("the one for up and down")
          .singleElement()
          .matches(bar -> ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL);
      return widthOfNames();
    });
  }

  private double widthOfNames() {
    return table.getColumns().get(1).getWidth();
  }

  @Test
  void what_is_read_stays_where_it_is_when_new_touches_come_in_above_it() throws Exception {
    Headless.call(() -> {
      flow.scrollToTop(100);
      return flow.scrollPixels(7);
    });
    Headless.settle();
    Top before = top();
    assertThat(before).isEqualTo(new Top(COUNT - 100, -7));

    touchesEnd(COUNT + 1, COUNT + 5);

    assertThat(top()).isEqualTo(before);
  }

  @Test
  void at_the_very_top_new_touches_are_what_is_seen() throws Exception {
    assertThat(top()).isEqualTo(new Top(COUNT, 0));

    touchesEnd(COUNT + 1, COUNT + 2);

    assertThat(top()).isEqualTo(new Top(COUNT + 2, 0));
  }

  @Test
  void a_line_says_everything_to_those_who_listen() throws Exception {
    Object said =
        Headless.call(
            () -> flow.getFirstVisibleCell().queryAccessibleAttribute(AccessibleAttribute.TEXT));

    assertThat(said)
        .asString()
        .contains("(" + UtcText.of(touch(COUNT).at()) + ")")
        .contains("shop", "write verified");
  }

  @Test
  void a_line_that_is_hovered_over_says_when_to_the_second() throws Exception {
    FxRobot robot = new FxRobot();

    robot.moveTo(line(2));
    until("its instant", () -> hints().contains(UtcText.of(touch(COUNT - 2).at())));

    robot.moveTo(line(4));
    until("the other's", () -> hints().contains(UtcText.of(touch(COUNT - 4).at())));
  }

  private Node line(int place) throws Exception {
    return Headless.call(() -> flow.getVisibleCell(place));
  }

  private static String hints() {
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(hint -> ((Tooltip) hint).getText())
        .collect(Collectors.joining());
  }
}
