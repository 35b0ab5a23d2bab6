package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Snapshot;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Headless;
import dev.upkeep.window.Pages;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.shell.Content;
import java.util.Locale;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where the keyboard is when nobody has pressed a key yet. A caret that blinks keeps a window
/// drawing sixty times a second, all day.
final class FirstFocusIT {
  private final FakeAgent agent = new FakeAgent();
  private final Rig rig = new Rig(agent, Locale.UK);
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    Headless.start();
    stage =
        Headless.call(() -> {
          Content content =
              Content.of(
                  rig.parts(new WindowMemory(Preferences.userRoot().node("first-focus-it"))),
                  Pages.ALL);
          Stage opened = new Stage();
          opened.setScene(content.scene());
          content.shell().go(new Route.Databases());
          opened.show();
          return opened;
        });
    Headless.settle();
  }

  @AfterEach
  void close() throws Exception {
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }

  @Test
  void it_is_in_the_list_as_soon_as_there_is_one() throws Exception {
    see(Samples.many());

    assertThat(owner()).isEqualTo("database-list");
  }

  @Test
  void the_list_takes_it_back_with_the_first_database() throws Exception {
    see(Statuses.snapshot());
    assertThat(owner()).isNotEqualTo("database-list");

    see(Samples.three());

    assertThat(owner()).isEqualTo("database-list");
  }

  private void see(Snapshot databases) throws Exception {
    Headless.call(() -> {
      rig.see(agent.seeing(databases).snapshot());
      return true;
    });
    Headless.settle();
  }

  private String owner() throws Exception {
    Node owner = Headless.call(() -> stage.getScene().getFocusOwner());
    return String.valueOf(owner == null ? null : owner.getId());
  }
}
