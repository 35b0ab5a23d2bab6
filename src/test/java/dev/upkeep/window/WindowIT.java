package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.control.Mark;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The window as people use it: a robot's mouse and keyboard, a real agent as a process, a real
/// Redis behind it.
final class WindowIT {
  private static final Pattern SETS = Pattern.compile("cmdstat_set:calls=(\\d+)");

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
    redis = RedisServer.start();
    add("shop");
    add("blog");
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
    content =
        Headless.call(() ->
            Content.of(
                new Content.Parts(
                    link,
                    new NoStarter(),
                    new WindowMemory(Preferences.userRoot().node("window-it")),
                    new Texts(Locale.UK),
                    new WindowTime(clock, ZoneOffset.UTC, new FxTimer()),
                    work -> Thread.ofVirtual().start(work),
                    Platform::runLater),
                Pages.ALL));
    stage =
        Headless.call(() -> {
          Stage shown = new Stage();
          shown.setScene(content.scene());
          shown.show();
          content.shell().go(new Place.Databases());
          return shown;
        });
    link.start();
    until("both rows are shown", () -> rows().size() == 2);
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

  private void add(String name) throws InterruptedException {
    UpkeepProcess.Result added = upkeep().stdin(redis.url()).run("add", name, "--every", "1h");
    assertThat(added.exitCode()).as(added.everything()).isZero();
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private List<DatabaseRow> rows() {
    return robot
        .lookup("#database-list")
        .<ListView<DatabaseRow>>tryQuery()
        .map(ListView::getItems)
        .map(List::copyOf)
        .orElse(List.of());
  }

  private DatabaseRow row(String name) {
    return rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private List<String> toasts() {
    return content.toasts().shown().stream().map(Toast::text).toList();
  }

  private boolean reads(String text) {
    return robot
        .lookup((Node node) ->
            node instanceof Labeled labeled && String.valueOf(labeled.getText()).contains(text))
        .tryQuery()
        .isPresent();
  }

  private void press(String id) throws Exception {
    Headless.settle();
    robot.clickOn(robot.lookup(id).<Node>query());
  }

  @Test
  void a_touch_shows_its_result_and_grows_the_strip() throws Exception {
    int before = touches();

    press("#touch");

    until("the result is told", () -> toasts().stream().anyMatch(t -> t.contains("read back in")));
    assertThat(touches()).isGreaterThan(before);
    assertThat(Headless.call(() -> reads("2 databases alive."))).isTrue();
  }

  private int touches() {
    Matcher calls = SETS.matcher(redis.command("INFO", "commandstats"));
    return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
  }

  @Test
  void a_pause_is_shown_and_ended_from_the_menu() throws Exception {
    String first = Headless.call(() -> rows().getFirst().name());
    press("#more");
    press("#menu-pause-4");
    until("it is paused", () -> row(first).paused());
    assertThat(Headless.call(() -> row(first).next())).startsWith("paused until");

    press("#more");
    press("#menu-resume");
    until("it goes on", () -> !row(first).paused());
  }

  @Test
  void a_removal_is_undone() throws Exception {
    press("#more");
    press("#menu-remove");
    until("it is gone", () -> rows().size() == 1 && toasts().size() == 1);

    assertThat(Headless.call(this::toasts)).singleElement().asString().endsWith("was removed.");
    press("#undo");

    until("it is back", () -> rows().size() == 2);
    UpkeepProcess.Result list = upkeep().run("list", "--json");
    assertThat(list.out()).hasLineCount(2);
  }

  @Test
  void an_agent_that_was_killed_is_missed_and_found_again() throws Exception {
    agent.kill();
    until("the banner is there", () -> reads("The agent has not answered since"));
    assertThat(Headless.call(() -> rows().size())).as("what was seen stays").isEqualTo(2);
    assertThat(Headless.call(() -> robot.lookup("#touch-all").query().isDisabled())).isTrue();

    agent = upkeep().start("agent", "--headless");

    until("the banner is gone", () -> !reads("The agent has not answered since"));
    until("all can be touched", () -> !robot.lookup("#touch-all").query().isDisabled());
  }

  @Test
  void a_database_that_fails_says_what_is_wrong_and_comes_first() throws Exception {
    redis.stop();

    press("#touch-all");

    until("it is told", () -> toasts().stream().anyMatch(text -> text.contains("did not succeed")));
    until("the rows say so", () -> rows().stream().allMatch(DatabaseRow::trouble));
    assertThat(Headless.call(() -> row("shop").mark())).isEqualTo(Mark.ATTENTION);
  }
}
