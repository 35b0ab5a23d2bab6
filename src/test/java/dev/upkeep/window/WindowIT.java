package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Mark;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.window.databases.DatabaseRow;
import dev.upkeep.window.page.OpenWindow;
import dev.upkeep.window.page.Route;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as people use it: a robot's mouse and keyboard, a real agent as a process, a real
/// Redis behind it.
final class WindowIT {
  private static final Pattern SETS = Pattern.compile("cmdstat_set:calls=(\\d+)");

  @TempDir private Path home;

  private RedisServer redis;
  private RealAgent agent;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    redis = RedisServer.start();
    agent = new RealAgent(home).with("shop", redis).with("blog", redis).start();
    window = OpenWindow.on(agent.place(), new Route.Databases());
    window.until("both rows are shown", () -> window.rows().size() == 2);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
    redis.close();
  }

  @Test
  void a_touch_shows_its_result_and_grows_the_strip() throws Exception {
    int before = touches();

    window.press("#touch");

    window.until(
        "the result is told",
        () -> window.toasts().stream().anyMatch(text -> text.contains("read back in")));
    assertThat(touches()).isGreaterThan(before);
    window.until("the headline says so", () -> window.reads("2 databases alive."));
  }

  private int touches() {
    Matcher calls = SETS.matcher(redis.command("INFO", "commandstats"));
    return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
  }

  @Test
  void a_pause_is_shown_and_ended_from_the_menu() throws Exception {
    String first = Headless.call(() -> window.rows().getFirst().name());
    window.press("#more");
    window.press("#menu-pause-4");
    window.until("it is paused", () -> window.row(first).paused());
    assertThat(Headless.call(() -> window.row(first).next())).startsWith("paused until");

    window.press("#more");
    window.press("#menu-resume");
    window.until("it goes on", () -> !window.row(first).paused());
  }

  @Test
  void a_removal_is_undone() throws Exception {
    window.press("#more");
    window.press("#menu-remove");
    window.until("it is gone", () -> window.rows().size() == 1 && window.toasts().size() == 1);

    assertThat(Headless.call(window::toasts)).singleElement().asString().endsWith("was removed.");
    window.press("#undo");

    window.until("it is back", () -> window.rows().size() == 2);
    UpkeepProcess.Result list = agent.upkeep().run("list", "--json");
    assertThat(list.out()).hasLineCount(2);
  }

  @Test
  void an_agent_that_was_killed_is_missed_and_found_again() throws Exception {
    agent.kill();
    window.until(
        "the banner is there",
        () -> window.reads("Upkeep has not answered in the background since"));
    assertThat(Headless.call(() -> window.rows().size())).as("what was seen stays").isEqualTo(2);
    assertThat(Headless.call(() -> window.node("#touch-all").isDisabled())).isTrue();

    agent.start();

    window.until(
        "the banner is gone",
        () -> !window.reads("Upkeep has not answered in the background since"));
    window.until("all can be touched", () -> !window.node("#touch-all").isDisabled());
  }

  @Test
  void a_database_that_fails_says_what_is_wrong_and_comes_first() throws Exception {
    redis.stop();

    window.press("#touch-all");

    window.until(
        "it is told",
        () -> window.toasts().stream().anyMatch(text -> text.contains("did not succeed")));
    window.until("the rows say so", () -> window.rows().stream().allMatch(DatabaseRow::trouble));
    assertThat(Headless.call(() -> window.row("shop").mark())).isEqualTo(Mark.ATTENTION);
  }
}
