package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.window.Headless;
import dev.upkeep.window.RealAgent;
import dev.upkeep.window.account.OfferRow;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Importing as people do it: a robot's mouse and keyboard, a real agent as a process, a fake
/// Developer API whose databases are real ones.
final class ImportIT {
  private static final String KEY = "c4n4ry-api-key";

  @TempDir private Path home;

  private RedisServer redis;
  private RedisServer second;
  private FakeDeveloperApi account;
  private RealAgent agent;
  private OpenWindow window;

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
    agent = new RealAgent(home).env("UPKEEP_UPSTASH_API", account.uri().toString()).start();
    window = OpenWindow.on(agent.place(), new Route.Databases());
    window.until("the empty overview is shown", () -> window.has("#add-first"));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
    account.close();
    redis.close();
    second.close();
  }

  private List<OfferRow> rows() {
    return List.copyOf(window.robot().lookup("#offer-list").<ListView<OfferRow>>query().getItems());
  }

  private void logIn(String key) throws Exception {
    window.paste("#email", FakeDeveloperApi.EMAIL);
    window.paste("#api-key", key);
    window.press("#list-account");
  }

  @Test
  void an_account_is_listed_and_the_chosen_databases_are_added() throws Exception {
    window.press("#add-first");
    window.press("#import-upstash");
    logIn("c4n4ry-wrong");
    window.until(
        "it says what to do", () -> window.reads("did not accept this e-mail and API key"));
    assertThat(redis.snapshot()).isEmpty();

    window.paste("#api-key", KEY);
    window.press("#show-key");
    window.until(
        "the key can be seen", () -> window.has("#api-key-plain") && !window.has("#api-key"));
    window.press("#list-account");
    window.until("the account is listed", () -> window.has("#offer-list") && rows().size() == 3);
    window.until("does not tell its password", () -> window.reads("does not tell its password"));
    window.until("Add 2 databases", () -> window.reads("Add 2 databases"));

    window.press("#add-chosen");
    window.until("one is added and one is refused", () -> window.reads("1 of 2 added."));
    window.until("its row says so", () -> window.reads("Written and read back in"));
    assertThat(rows())
        .map(row -> row.phase().get())
        .containsExactly(OfferRow.Phase.ADDED, OfferRow.Phase.FAILED, OfferRow.Phase.OFFERED);
    assertThat(redis.snapshot()).containsOnlyKeys("upkeep:last-touch");

    window.press("#add-untested");
    window.until("it is stored all the same", () -> window.reads("1 database added."));
    window.press("#import-done");
    window.until("both are kept", () -> window.rows().size() == 2);
    assertThat(account.requests()).as("a wrong and a right key").hasSize(2);
  }

  @Test
  void it_is_done_with_the_keyboard_alone() throws Exception {
    window.go(new Route.ImportUpstash());
    window.until("the e-mail is asked for", () -> window.has("#email"));
    Headless.settle();
    FxRobot robot = window.robot();
    robot.write(FakeDeveloperApi.EMAIL).type(KeyCode.TAB).write(KEY).type(KeyCode.ENTER);
    window.until("the account is listed", () -> window.has("#offer-list") && rows().size() == 3);
    Headless.settle();

    robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.SPACE);
    window.until("the second is not chosen", () -> !rows().get(1).chosen().get());
    robot.type(KeyCode.ENTER);

    window.until("the first is added", () -> window.reads("1 database added."));
    assertThat(rows().getFirst().phase().get()).isEqualTo(OfferRow.Phase.ADDED);
  }

  @Test
  void a_key_is_not_left_in_a_page_that_one_leaves() throws Exception {
    window.go(new Route.ImportUpstash());
    window.until("the e-mail is asked for", () -> window.has("#email"));
    window.paste("#email", FakeDeveloperApi.EMAIL);
    window.paste("#api-key", KEY);

    window.go(new Route.Databases());
    window.go(new Route.ImportUpstash());

    assertThat(Headless.call(() -> window.text("#api-key"))).isEmpty();
    assertThat(Headless.call(() -> window.text("#email"))).isEqualTo(FakeDeveloperApi.EMAIL);
  }
}
