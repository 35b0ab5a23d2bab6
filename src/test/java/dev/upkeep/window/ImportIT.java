package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.upkeep.control.AgentPlace;
import dev.upkeep.control.ControlClient;
import dev.upkeep.testing.FakeDeveloperApi;
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
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Importing as people do it: a robot's mouse and keyboard, a real agent as a process, a fake
/// Developer API whose databases are real ones.
final class ImportIT {
  private static final String KEY = "c4n4ry-api-key";

  @TempDir private Path home;

  private final FxRobot robot = new FxRobot();
  private RedisServer redis;
  private RedisServer second;
  private FakeDeveloperApi account;
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
    second = RedisServer.builder().password("second-pass").start();
    JsonObject closed = FakeDeveloperApi.database("id-3", "team", "eu1-team");
    closed.remove("password");
    closed.remove("rest_token");
    account =
        FakeDeveloperApi.start(KEY)
            .with(FakeDeveloperApi.local("id-1", "shop", redis.port(), "first-pass"))
            .with(FakeDeveloperApi.local("id-2", "blog", second.port(), "wrong-pass"))
            .with(closed);
    agent =
        new UpkeepProcess()
            .env("UPKEEP_HOME", home.toString())
            .env("UPKEEP_PASSPHRASE", "passphrase")
            .env("UPKEEP_LABEL", "test")
            .env("UPKEEP_UPSTASH_API", account.uri().toString())
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
                    new WindowMemory(Preferences.userRoot().node("import-it")),
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
          shown.setHeight(900);
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
    account.close();
    redis.close();
    second.close();
  }

  private static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Headless.call(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private boolean is(String id) {
    return robot.lookup(id).tryQuery().filter(ImportIT::isSeen).isPresent();
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private boolean reads(String part) {
    return !robot
        .lookup((Node node) ->
            node instanceof Labeled label
                && label.getText() != null
                && label.getText().contains(part)
                && isSeen(node))
        .queryAll()
        .isEmpty();
  }

  private void press(String id) throws Exception {
    until(id + " can be pressed", () -> is(id) && !robot.lookup(id).query().isDisabled());
    Headless.settle();
    robot.clickOn(id);
  }

  private void type(String id, String text) throws Exception {
    Headless.call(() -> {
      robot.lookup(id).<TextInputControl>query().setText(text);
      return true;
    });
  }

  private List<OfferRow> rows() {
    return List.copyOf(robot.lookup("#offer-list").<ListView<OfferRow>>query().getItems());
  }

  private void logIn(String key) throws Exception {
    type("#email", FakeDeveloperApi.EMAIL);
    type("#api-key", key);
    press("#list-account");
  }

  @Test
  void an_account_is_listed_and_the_chosen_databases_are_added() throws Exception {
    press("#add-first");
    press("#import-upstash");
    logIn("c4n4ry-wrong");
    until("it says what to do", () -> reads("did not accept this e-mail and API key"));
    assertThat(redis.snapshot()).isEmpty();

    type("#api-key", KEY);
    press("#show-key");
    until("the key can be seen", () -> is("#api-key-plain") && !is("#api-key"));
    press("#list-account");
    until("the account is listed", () -> is("#offer-list") && rows().size() == 3);
    assertThat(Headless.call(() -> reads("does not tell its password"))).isTrue();
    assertThat(Headless.call(() -> reads("Add 2 databases"))).isTrue();

    press("#add-chosen");
    until("one is added and one is refused", () -> reads("1 of 2 added."));
    assertThat(Headless.call(() -> reads("Written and read back in"))).isTrue();
    assertThat(rows())
        .map(row -> row.phase().get())
        .containsExactly(OfferRow.Phase.ADDED, OfferRow.Phase.FAILED, OfferRow.Phase.OFFERED);
    assertThat(redis.snapshot()).containsOnlyKeys("upkeep:last-touch");

    press("#add-untested");
    until("it is stored all the same", () -> reads("1 database added."));
    press("#import-done");
    until(
        "both are kept",
        () ->
            is("#database-list")
                && robot.lookup("#database-list").<ListView<?>>query().getItems().size() == 2);
    assertThat(account.requests()).as("a wrong and a right key").hasSize(2);
  }

  @Test
  void it_is_done_with_the_keyboard_alone() throws Exception {
    Headless.call(() -> {
      content.shell().go(new Place.ImportUpstash());
      return true;
    });
    until("the e-mail is asked for", () -> is("#email"));
    Headless.settle();
    robot.write(FakeDeveloperApi.EMAIL).type(KeyCode.TAB).write(KEY).type(KeyCode.ENTER);
    until("the account is listed", () -> is("#offer-list") && rows().size() == 3);
    Headless.settle();

    robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.SPACE);
    until("the second is not chosen", () -> !rows().get(1).chosen().get());
    robot.type(KeyCode.ENTER);

    until("the first is added", () -> reads("1 database added."));
    assertThat(rows().getFirst().phase().get()).isEqualTo(OfferRow.Phase.ADDED);
  }

  @Test
  void a_key_is_not_left_in_a_page_that_one_leaves() throws Exception {
    Headless.call(() -> {
      content.shell().go(new Place.ImportUpstash());
      return true;
    });
    until("the e-mail is asked for", () -> is("#email"));
    type("#email", FakeDeveloperApi.EMAIL);
    type("#api-key", KEY);

    Headless.call(() -> {
      content.shell().go(new Place.Databases());
      content.shell().go(new Place.ImportUpstash());
      return true;
    });

    assertThat(Headless.call(() -> robot.lookup("#api-key").<TextInputControl>query().getText()))
        .isEmpty();
    assertThat(Headless.call(() -> robot.lookup("#email").<TextInputControl>query().getText()))
        .isEqualTo(FakeDeveloperApi.EMAIL);
  }
}
