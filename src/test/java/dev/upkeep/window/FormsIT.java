package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Adding and editing as people do it, from the very first run: a robot's mouse and keyboard, a
/// real agent as a process, a real Redis with a password behind it.
final class FormsIT {
  @TempDir private Path home;

  private final FxRobot robot = new FxRobot();
  private RedisServer redis;
  private UpkeepProcess.Started agent;
  private AgentLink link;
  private Stage stage;
  private Content content;

  @BeforeAll
  static void toolkit() throws Exception {
    Headless.start();
  }

  @BeforeEach
  void open() throws Exception {
    redis = RedisServer.builder().password("first-pass").start();
    agent =
        new UpkeepProcess()
            .env("UPKEEP_HOME", home.toString())
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .env("UPKEEP_LABEL", "test")
            .start("agent", "--headless");
    AgentPlace place = AgentPlace.in(home);
    InstantSource clock = InstantSource.system();
    link =
        new AgentLink(
            () -> ControlClient.connect(place),
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            clock);
    content =
        Headless.call(() ->
            Content.of(
                new Content.Parts(
                    link,
                    new NoStarter(),
                    new WindowMemory(Preferences.userRoot().node("forms-it")),
                    new Texts(Locale.UK),
                    new WindowTime(clock, ZoneOffset.UTC, new FxTimer()),
                    work -> Thread.ofVirtual().start(work),
                    Platform::runLater),
                Pages.ALL));
    stage =
        Headless.call(() -> {
          Stage shown = new Stage();
          shown.setScene(content.scene());
          shown.setWidth(1000);
          shown.setHeight(1100);
          shown.show();
          content.shell().go(new Place.Databases());
          return shown;
        });
    link.start();
    until("the empty overview is shown", () -> is("#add-first"));
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    Headless.call(() -> {
      stage.close();
      return true;
    });
    agent.close();
    redis.close();
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private boolean is(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private void press(String id) throws Exception {
    until(id + " can be pressed", () -> is(id) && !robot.lookup(id).query().isDisabled());
    Headless.settle();
    robot.clickOn(robot.lookup(id).<Node>query());
  }

  private void paste(String text) throws Exception {
    Headless.call(() -> {
      robot.lookup("#paste").<TextInputControl>query().setText(text);
      return true;
    });
  }

  private boolean reads(String text) {
    return robot
        .lookup((Node node) ->
            node instanceof Labeled labeled && String.valueOf(labeled.getText()).contains(text))
        .tryQuery()
        .isPresent();
  }

  private List<DatabaseRow> rows() {
    return robot
        .lookup("#database-list")
        .<ListView<DatabaseRow>>tryQuery()
        .map(ListView::getItems)
        .map(List::copyOf)
        .orElse(List.of());
  }

  private void addTheFirst() throws Exception {
    press("#add-first");
    paste(redis.url());
    press("#save");
    press("#done");
    until("its row is there", () -> rows().size() == 1 && !rows().getFirst().trouble());
  }

  @Test
  void first_run_paste_test_save_and_the_first_touch_appears() throws Exception {
    press("#add-first");
    paste("redis://:wrong-pass@127.0.0.1:" + redis.port());
    until("it is understood", () -> reads("1 database: 127.0.0.1"));
    press("#test");
    until("the ladder fails at the password", () -> is(".rung-sign.failed"));
    assertThat(Headless.call(() -> is("#save-untested"))).isTrue();

    paste(redis.url());
    press("#test");
    until("the ladder is climbed", () -> reads("Written and read back in"));
    assertThat(Headless.call(() -> reads("Key read back"))).isTrue();
    press("#save");
    until("it says where the password is", () -> reads("The password is kept in"));
    press("#done");

    until(
        "the first touch appears",
        () -> rows().size() == 1 && rows().getFirst().last().contains("write verified"));
    assertThat(redis.command("EXISTS", "upkeep:last-touch")).contains("1");
  }

  @Test
  void a_failing_database_lives_again_with_its_new_password() throws Exception {
    addTheFirst();
    redis.command("CONFIG", "SET", "requirepass", "second-pass");
    press("#touch");
    until("the row says what is wrong", () -> rows().getFirst().trouble());

    press("#edit");
    until("the form is there", () -> is("#paste"));
    paste("second-pass");
    press("#save");

    until("it is alive", () -> rows().size() == 1 && !rows().getFirst().trouble());
  }

  @Test
  void what_was_typed_outlives_the_agent_and_leaving_the_page() throws Exception {
    press("#add-first");
    paste(redis.url());
    agent.kill();
    until("nothing can be saved", () -> robot.lookup("#save").query().isDisabled());

    Headless.call(() -> {
      content.shell().go(new Place.Databases());
      content.shell().go(new Place.Add());
      return true;
    });

    assertThat(Headless.call(() -> robot.lookup("#paste").<TextInputControl>query().getText()))
        .isEqualTo(redis.url());
    assertThat(Headless.call(() -> reads("1 database: 127.0.0.1"))).isTrue();
  }
}
