package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.control.OutletStatus;
import dev.upkeep.testing.HttpInbox;
import dev.upkeep.testing.UpkeepProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Settings and help as people use them, with a real agent.
final class SettingsIT {
  @TempDir private Path home;

  private final FxRobot robot = new FxRobot();
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
    agent =
        new UpkeepProcess()
            .env("UPKEEP_HOME", home.toString())
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .start("agent", "--headless");
    InstantSource clock = InstantSource.system();
    link =
        new AgentLink(
            () -> ControlClient.connect(AgentPlace.in(home)),
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            clock);
    WindowMemory memory = new WindowMemory(Preferences.userRoot().node("settings-it"));
    memory.keep(Appearance.LIGHT);
    content =
        Headless.call(() ->
            Content.of(
                new Content.Parts(
                    link,
                    new NoStarter(),
                    memory,
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
          shown.setHeight(1150);
          shown.show();
          content.shell().go(new Place.Settings());
          return shown;
        });
    link.start();
    until("settings can be changed", () -> !robot.lookup("#setting-interval").query().isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    Headless.call(() -> {
      stage.close();
      return true;
    });
    agent.close();
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private void type(String id, String text) throws Exception {
    Headless.settle();
    Headless.call(() -> {
      TextField field = robot.lookup(id).query();
      field.requestFocus();
      field.selectAll();
      return true;
    });
    robot.write(text).type(KeyCode.ENTER);
  }

  private boolean reads(String text) {
    return robot
        .lookup((Node node) ->
            node instanceof Labeled labeled && String.valueOf(labeled.getText()).contains(text))
        .tryQuery()
        .isPresent();
  }

  private String stored(String key) throws Exception {
    try (AgentApi api = ControlClient.connect(AgentPlace.in(home))) {
      return String.valueOf(api.settings().values().get(key));
    }
  }

  @Test
  void a_setting_is_refused_at_its_field_and_taken_when_it_is_corrected() throws Exception {
    type("#setting-alert-after", "many");
    until("it is refused", () -> reads("alert.after is a whole number"));
    assertThat(stored("alert.after")).isEqualTo("3");
    assertThat(
            Headless.call(() -> robot.lookup("#setting-alert-after").<TextField>query().getText()))
        .isEqualTo("many");

    type("#setting-alert-after", "5");
    until("the agent has it", () -> stored("alert.after").equals("5"));
    assertThat(Headless.call(() -> reads("alert.after is a whole number"))).isFalse();

    robot.clickOn(robot.lookup("#setting-alert-recovery").<Node>query());
    until("the agent has it", () -> stored("alert.recovery").equals("false"));
  }

  @Test
  void metrics_are_served_where_the_field_says_and_a_check_says_so() throws Exception {
    type("#setting-metrics-address", "127.0.0.1:0");
    until("they are served", () -> reads("Served at http://127.0.0.1:"));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      type("#setting-metrics-address", "127.0.0.1:" + other.getLocalPort());
      until("what is taken is refused at the field", () -> reads("Metrics cannot be served at"));
      assertThat(stored("metrics.address")).isEqualTo("127.0.0.1:0");
    }

    type("#setting-metrics-address", "off");
    until("they are off", () -> stored("metrics.address").equals("off"));
    Headless.call(() -> {
      robot.lookup("#check-metrics").<Button>query().fire();
      return true;
    });
    until("the check says so", () -> reads("Metrics are off."));
  }

  @Test
  void a_webhook_is_pasted_hidden_stored_tested_and_removed() throws Exception {
    try (HttpInbox inbox = HttpInbox.start()) {
      robot.clickOn(visible("#setting-webhook")).write(inbox.url("/c4n4ry"));
      robot.clickOn(visible("#setting-webhook-show"));
      assertThat(
              Headless.call(
                  () -> robot.lookup("#setting-webhook-shown").<TextField>query().getText()))
          .as("it can be looked at before it is stored")
          .isEqualTo(inbox.url("/c4n4ry"));
      assertThat(Headless.call(() -> reads("Goes to localhost."))).isFalse();
      robot.clickOn(visible("#setting-webhook-shown")).type(KeyCode.ENTER);
      until("its host is said", () -> reads("Goes to localhost."));
      assertThat(Headless.call(() -> robot.lookup("#setting-webhook").<TextField>query().getText()))
          .isEmpty();

      press("#setting-webhook-test");
      until("the test arrived", () -> reads("The test arrived: localhost answered 204."));
      assertThat(inbox.taken())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.path()).isEqualTo("/c4n4ry");
            assertThat(mail.body()).contains("\"event\":\"test\"");
          });

      inbox.answering(410);
      press("#setting-webhook-test");
      until(
          "it did not arrive",
          () -> reads("The test did not arrive: localhost answered with an error (410)."));

      press("#setting-webhook-remove");
      until("it is gone", () -> !reads("Goes to localhost."));
      try (AgentApi api = ControlClient.connect(AgentPlace.in(home))) {
        assertThat(api.outlets())
            .extracting(OutletStatus::state)
            .containsOnly(OutletStatus.State.NOT_SET);
      }
    }
  }

  /// Where a mouse can reach it.
  private Node visible(String id) throws Exception {
    Headless.call(() -> {
      Node node = robot.lookup(id).query();
      ScrollPane pane = robot.lookup(".page-scroll").query();
      Bounds content = pane.getContent().getLayoutBounds();
      Bounds there = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
      double room = content.getHeight() - pane.getViewportBounds().getHeight();
      pane.setVvalue(room <= 0 ? 0 : Math.clamp((there.getMinY() - 100) / room, 0, 1));
      return true;
    });
    Headless.settle();
    return robot.lookup(id).query();
  }

  private void press(String id) throws Exception {
    Headless.call(() -> {
      robot.lookup(id).<Button>query().fire();
      return true;
    });
  }

  @Test
  void diagnostics_are_copied() throws Exception {
    Headless.call(() -> {
      content.shell().go(new Place.Help());
      return true;
    });
    Headless.settle();

    robot.clickOn(robot.lookup("#copy-diagnostics").<Node>query());

    until(
        "they are on the clipboard",
        () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("databases: 0"));
  }
}
