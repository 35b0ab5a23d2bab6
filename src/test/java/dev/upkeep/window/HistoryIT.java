package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.history.Verdict;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The history as people use it: a robot's mouse and keyboard, a real agent as a process, a real
/// Redis behind it. Only where to save is answered without a dialog, which belongs to the system.
final class HistoryIT {
  @TempDir private Path home;
  @TempDir private Path exports;

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
    redis = RedisServer.start();
    UpkeepProcess.Result added = upkeep().stdin(redis.url()).run("add", "shop", "--every", "1h");
    assertThat(added.exitCode()).as(added.everything()).isZero();
    agent = upkeep().start("agent", "--headless");
    AgentPlace place = AgentPlace.in(home);
    InstantSource clock = InstantSource.system();
    link =
        new AgentLink(
            () -> ControlClient.connect(place),
            Platform::runLater,
            work -> Thread.ofVirtual().start(work),
            Thread::sleep,
            clock);
    List<PageKind> pages =
        List.of(
            new PageKind(
                Set.of(Place.History.class),
                around ->
                    HistoryPage.of(around, form -> Optional.of(exports.resolve(form.fileName())))));
    content =
        Headless.call(() ->
            Content.of(
                new Content.Parts(
                    link,
                    new NoStarter(),
                    new WindowMemory(Preferences.userRoot().node("history-it")),
                    new Texts(Locale.UK),
                    new WindowTime(clock, ZoneOffset.UTC, new FxTimer()),
                    work -> Thread.ofVirtual().start(work),
                    Platform::runLater),
                pages));
    stage =
        Headless.call(() -> {
          Stage shown = new Stage();
          shown.setScene(content.scene());
          shown.show();
          content.shell().go(new Place.History(Optional.empty()));
          return shown;
        });
    link.start();
    until("the touch that tested it is shown", () -> !lines().isEmpty());
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

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase")
        .env("UPKEEP_LABEL", "test");
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private List<Verdict> lines() {
    TableView<HistoryLine> table = robot.lookup("#history-table").query();
    return table.getItems().stream()
        .map(line -> ((HistoryLine.Touched) line).touch().verdict())
        .toList();
  }

  private void press(String id) throws Exception {
    Headless.settle();
    robot.clickOn(robot.lookup(id).<Node>query());
  }

  @Test
  void new_touches_are_filtered_and_exported_as_they_are_shown() throws Exception {
    int before = Headless.call(() -> lines().size());
    redis.stop();
    assertThat(upkeep().run("ping", "shop").exitCode()).isNotZero();
    until("the failure comes on top", () -> lines().getFirst() == Verdict.FAILED);
    assertThat(Headless.call(() -> lines().size())).isGreaterThan(before);

    Headless.call(() -> {
      robot.lookup("#history-outcome").query().requestFocus();
      return true;
    });
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    until("failures alone are shown", () -> Set.copyOf(lines()).equals(Set.of(Verdict.FAILED)));

    press("#history-export");
    press("#export-csv");
    Path file = exports.resolve("upkeep-history.csv");
    until("it is told", () -> content.toasts().shown().size() == 1);
    assertThat(Files.readAllLines(file))
        .hasSize(1 + Headless.call(() -> lines().size()))
        .element(1)
        .asString()
        .contains(",shop,failed,refused,");

    press("#history-export");
    press("#export-json");
    until("that is told, too", () -> content.toasts().shown().size() == 2);
    assertThat(Files.readAllLines(exports.resolve("upkeep-history.json")))
        .hasSize(Headless.call(() -> lines().size()))
        .first()
        .asString()
        .contains("\"shop\"", "\"kind\":\"refused\"");
    assertThat(exports.toFile().list())
        .as("nothing is left of the writing")
        .containsExactlyInAnyOrder("upkeep-history.csv", "upkeep-history.json");
  }
}
