package dev.upkeep.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adding and editing as people do it, from the very first run: a robot's mouse and keyboard, a
/// real agent as a process, a real Redis with a password behind it.
final class FormsIT {
  @TempDir private Path home;

  private RedisServer redis;
  private RealAgent agent;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    redis = RedisServer.builder().password("first-pass").start();
    agent = new RealAgent(home).start();
    window = OpenWindow.on(agent.place(), new Place.Databases());
    window.until("the empty overview is shown", () -> window.has("#add-first"));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    agent.close();
    redis.close();
  }

  private void addTheFirst() throws Exception {
    window.press("#add-first");
    window.paste("#paste", redis.url());
    window.press("#save");
    window.press("#done");
    untilAlive();
  }

  private void untilAlive() throws Exception {
    window.until(
        "its row is there, and well",
        () -> window.rows().size() == 1 && !window.rows().getFirst().trouble());
  }

  @Test
  void first_run_paste_test_save_and_the_first_touch_appears() throws Exception {
    window.press("#add-first");
    window.paste("#paste", "redis://:wrong-pass@127.0.0.1:" + redis.port());
    window.until("it is understood", () -> window.reads("1 database: 127.0.0.1"));
    window.press("#test");
    window.until("the ladder fails at the password", () -> window.has(".rung-sign.failed"));
    assertThat(Headless.call(() -> window.has("#save-untested"))).isTrue();

    window.paste("#paste", redis.url());
    window.press("#test");
    window.until("the ladder is climbed", () -> window.reads("Written and read back in"));
    assertThat(Headless.call(() -> window.reads("Key read back"))).isTrue();
    window.press("#save");
    window.until("it says where the password is", () -> window.reads("The password is kept in"));
    window.press("#done");

    window.until(
        "the first touch appears",
        () ->
            window.rows().size() == 1
                && window.rows().getFirst().last().contains("write verified"));
    assertThat(redis.command("EXISTS", "upkeep:last-touch")).contains("1");
  }

  @Test
  void a_failing_database_lives_again_with_its_new_password() throws Exception {
    addTheFirst();
    redis.command("CONFIG", "SET", "requirepass", "second-pass");
    window.press("#touch");
    window.until("the row says what is wrong", () -> window.rows().getFirst().trouble());
    assertThat(Headless.call(() -> window.rows().getFirst().last()))
        .as("what is wrong, and what to do")
        .contains("password was rejected")
        .contains("Copy the connection text");

    window.press("#edit");
    window.until("the form is there", () -> window.has("#paste"));
    window.paste("#paste", "second-pass");
    window.press("#save");

    untilAlive();
  }

  @Test
  void what_was_typed_outlives_the_agent_and_is_saved_when_it_is_back() throws Exception {
    window.press("#add-first");
    window.paste("#paste", redis.url());
    window.paste("#name", "half-filled");
    agent.kill();
    window.until("nothing can be saved", () -> window.node("#save").isDisabled());
    assertThat(Headless.call(() -> window.reads("The agent has not answered since"))).isTrue();

    window.go(new Place.Databases());
    window.go(new Place.Add());

    assertThat(Headless.call(() -> window.text("#paste"))).isEqualTo(redis.url());
    assertThat(Headless.call(() -> window.reads("1 database: 127.0.0.1"))).isTrue();

    agent.start();
    window.until("the banner is gone", () -> !window.reads("The agent has not answered since"));
    window.press("#save");
    window.press("#done");
    untilAlive();
    assertThat(Headless.call(() -> window.rows().getFirst().name())).isEqualTo("half-filled");
  }
}
