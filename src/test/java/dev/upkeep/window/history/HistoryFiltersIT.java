package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Headless;
import dev.upkeep.window.link.AgentLink;
import dev.upkeep.window.link.NoStarter;
import dev.upkeep.window.page.FxTimer;
import dev.upkeep.window.page.PageKind;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.WindowMemory;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.shell.Content;
import dev.upkeep.window.text.Texts;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What stands in the boxes over the history, in the toolkit.
final class HistoryFiltersIT {
  private static final DatabaseStatus SHOP = Statuses.alive("shop");

  private final FakeAgent agent = new FakeAgent().with(SHOP);
  private AgentLink link;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    Headless.start();
  }

  @BeforeEach
  void open() throws Exception {
    agent.remembering(_ -> List.of());
    link =
        new AgentLink(
            () -> agent,
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            InstantSource.system());
    stage = Headless.call(this::shown);
  }

  private Stage shown() {
    Content content =
        Content.of(
            new Content.Parts(
                link,
                new NoStarter(),
                new WindowMemory(Preferences.userRoot().node("history-filters-it")),
                new Texts(Locale.UK),
                new WindowTime(() -> Statuses.NOW, ZoneOffset.UTC, new FxTimer()),
                Runnable::run,
                Platform::runLater),
            List.of(
                new PageKind(
                    Set.of(Route.History.class),
                    around -> HistoryPage.of(around, _ -> Optional.empty()))));
    Stage made = new Stage();
    made.setScene(content.scene());
    made.show();
    // As a notice opens the window: before anything is known of the databases.
    content.shell().go(new Route.History(Optional.of(SHOP.database().id())));
    return made;
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }

  @Test
  void a_database_that_was_asked_for_has_its_name_as_soon_as_that_is_known() throws Exception {
    link.start();
    awaitChosen("shop");
  }

  private void awaitChosen(String name) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!chosen().equals(name)) {
      assertThat(System.nanoTime()).as("%s, not %s", name, chosen()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private String chosen() throws Exception {
    return Headless.call(() -> {
      ComboBox<?> box = (ComboBox<?>) stage.getScene().lookup("#history-database");
      return box != null
              && box.getSkin() instanceof ComboBoxListViewSkin<?> skin
              && skin.getDisplayNode() instanceof ListCell<?> cell
          ? String.valueOf(cell.getText())
          : "";
    });
  }
}
