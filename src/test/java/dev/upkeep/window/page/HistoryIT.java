package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.Verdict;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.window.Headless;
import dev.upkeep.window.RealAgent;
import dev.upkeep.window.history.HistoryLine;
import dev.upkeep.window.history.HistoryPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history as people use it: a robot's mouse and keyboard, a real agent as a process, a real
/// Redis behind it. Only where to save is answered without a dialog, which belongs to the system.
final class HistoryIT {
  @TempDir private Path home;
  @TempDir private Path exports;

  private RedisServer redis;
  private RealAgent agent;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    redis = RedisServer.start();
    agent = new RealAgent(home).with("shop", redis).start();
    List<PageKind> pages =
        List.of(
            new PageKind(
                Set.of(Route.History.class),
                around ->
                    HistoryPage.of(around, form -> Optional.of(exports.resolve(form.fileName())))));
    window = OpenWindow.on(agent.place(), new Route.History(Optional.empty()), pages);
    window.until("the page is whole", () -> window.has("#history-table"));
    window.until("the touch that tested it is shown", () -> !lines().isEmpty());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
    redis.close();
  }

  private List<Verdict> lines() {
    return window
        .robot()
        .lookup("#history-table")
        .<TableView<HistoryLine>>query()
        .getItems()
        .stream()
        .map(line -> ((HistoryLine.Touched) line).touch().verdict())
        .toList();
  }

  @Test
  void new_touches_are_filtered_and_exported_as_they_are_shown() throws Exception {
    int before = Headless.call(() -> lines().size());
    redis.stop();
    assertThat(agent.upkeep().run("ping", "shop").exitCode()).isNotZero();
    window.until("the failure comes on top", () -> lines().getFirst() == Verdict.FAILED);
    assertThat(Headless.call(() -> lines().size())).isGreaterThan(before);

    Headless.call(() -> {
      window.node("#history-outcome").requestFocus();
      return true;
    });
    window.robot().type(KeyCode.DOWN, KeyCode.DOWN);
    window.until(
        "failures alone are shown", () -> Set.copyOf(lines()).equals(Set.of(Verdict.FAILED)));

    window.press("#history-export");
    window.press("#export-csv");
    Path file = exports.resolve("upkeep-history.csv");
    window.until("it is told", () -> window.toasts().size() == 1);
    assertThat(Files.readAllLines(file))
        .hasSize(1 + Headless.call(() -> lines().size()))
        .element(1)
        .asString()
        .contains(",shop,failed,refused,");

    window.press("#history-export");
    window.press("#export-json");
    window.until("that is told, too", () -> window.toasts().size() == 2);
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
