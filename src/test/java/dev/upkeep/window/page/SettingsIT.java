package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.testing.HttpInbox;
import dev.upkeep.window.Headless;
import dev.upkeep.window.RealAgent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings and help as people use them, with a real agent.
final class SettingsIT {
  @TempDir private Path home;

  private RealAgent agent;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    agent = new RealAgent(home).start();
    window = OpenWindow.on(agent.place(), new Route.Settings());
    window.until("settings can be changed", () -> !window.node("#setting-interval").isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
  }

  @Test
  void a_setting_is_refused_at_its_field_and_taken_when_it_is_corrected() throws Exception {
    window.type("#setting-alert-after", "many");
    window.until("it is refused", () -> window.reads("Give a whole number from 1 to 100."));
    assertThat(agent.setting("alert.after")).isEqualTo("3");
    assertThat(Headless.call(() -> window.text("#setting-alert-after"))).isEqualTo("many");

    window.type("#setting-alert-after", "5");
    window.until("the agent has it", () -> agent.setting("alert.after").equals("5"));
    assertThat(Headless.call(() -> window.reads("Give a whole number from 1 to 100."))).isFalse();

    window.press("#setting-alert-recovery");
    window.until("the agent has it", () -> agent.setting("alert.recovery").equals("false"));
  }

  @Test
  void metrics_are_served_where_the_field_says_and_a_check_says_so() throws Exception {
    window.type("#setting-metrics-address", "127.0.0.1:0");
    window.until("they are served", () -> window.reads("Served at http://127.0.0.1:"));
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      window.type("#setting-metrics-address", "127.0.0.1:" + other.getLocalPort());
      window.until(
          "what is taken is refused at the field",
          () -> window.reads("Metrics cannot be served at"));
      assertThat(agent.setting("metrics.address")).isEqualTo("127.0.0.1:0");
    }

    window.type("#setting-metrics-address", "off");
    window.until("they are off", () -> agent.setting("metrics.address").equals("off"));
    window.robot().clickOn(visible("#check-metrics"));
    window.until("the check says so", () -> window.reads("Metrics are off."));
  }

  @Test
  void a_webhook_is_pasted_hidden_stored_tested_and_removed() throws Exception {
    try (HttpInbox inbox = HttpInbox.start()) {
      window.robot().clickOn(visible("#setting-webhook")).write(inbox.url("/c4n4ry"));
      window.robot().clickOn(visible("#setting-webhook-show"));
      assertThat(Headless.call(() -> window.text("#setting-webhook-shown")))
          .as("it can be looked at before it is stored")
          .isEqualTo(inbox.url("/c4n4ry"));
      assertThat(Headless.call(() -> window.reads("Goes to localhost."))).isFalse();
      window.robot().clickOn(visible("#setting-webhook-shown")).type(KeyCode.ENTER);
      window.until("its host is said", () -> window.reads("Goes to localhost."));
      assertThat(Headless.call(() -> window.text("#setting-webhook"))).isEmpty();

      window.press("#setting-webhook-test");
      window.until(
          "the test arrived", () -> window.reads("The test arrived: localhost answered 204."));
      assertThat(inbox.taken())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.path()).isEqualTo("/c4n4ry");
            assertThat(mail.body()).contains("\"event\":\"test\"");
          });

      inbox.answering(410);
      window.press("#setting-webhook-test");
      window.until(
          "it did not arrive",
          () -> window.reads("The test did not arrive: localhost answered with an error (410)."));

      window.press("#setting-webhook-remove");
      window.until("it is gone", () -> !window.reads("Goes to localhost."));
      try (AgentApi api = ControlClient.connect(agent.place())) {
        assertThat(api.outlets())
            .extracting(IntegrationStatus::state)
            .containsOnly(IntegrationStatus.State.NOT_SET);
      }
    }
  }

  /// Where a mouse can reach it.
  private Node visible(String id) throws Exception {
    Headless.call(() -> {
      Node node = window.node(id);
      ScrollPane pane = (ScrollPane) window.node(".page-scroll");
      Bounds content = pane.getContent().getLayoutBounds();
      Bounds there = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
      double room = content.getHeight() - pane.getViewportBounds().getHeight();
      pane.setVvalue(room <= 0 ? 0 : Math.clamp((there.getMinY() - 100) / room, 0, 1));
      return true;
    });
    Headless.settle();
    return Headless.call(() -> window.node(id));
  }

  @Test
  void diagnostics_are_copied() throws Exception {
    window.go(new Route.Help());

    window.press("#copy-diagnostics");

    window.until(
        "they are on the clipboard",
        () -> String.valueOf(Clipboard.getSystemClipboard().getString()).contains("databases: 0"));
  }
}
