package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.RedisServer;
import dev.upkeep.window.Headless;
import dev.upkeep.window.RealAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Adding and editing as people do it, from the very first run: a robot's mouse and keyboard, a
/// real agent as a process, a real Redis with a password behind it.
@ExtendWith(FirstRun.class)
final class FormsIT {
  private static void addTheFirst(OpenWindow window, RedisServer redis) throws Exception {
    window.press("#add-first");
    window.paste("#paste", redis.url());
    window.press("#save");
    window.press("#done");
    untilAlive(window);
  }

  private static void untilAlive(OpenWindow window) throws Exception {
    window.until(
        "its row is there, and well",
        () -> window.rows().size() == 1 && !window.rows().getFirst().trouble());
  }

  @Test
  void first_run_paste_test_save_and_the_first_touch_appears(OpenWindow window, RedisServer redis)
      throws Exception {
    window.press("#add-first");
    window.paste("#paste", "redis://:wrong-pass@127.0.0.1:" + redis.port());
    window.until("it is understood", () -> window.reads("1 database: 127.0.0.1"));
    window.press("#test");
    window.until("the ladder fails at the password", () -> window.has(".rung-sign.failed"));
    window.until("it may be saved all the same", () -> window.has("#save-untested"));

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
  void a_failing_database_lives_again_with_its_new_password(OpenWindow window, RedisServer redis)
      throws Exception {
    addTheFirst(window, redis);
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

    untilAlive(window);
  }

  @Test
  void what_was_typed_outlives_the_agent_and_is_saved_when_it_is_back(
      OpenWindow window, RealAgent agent, RedisServer redis) throws Exception {
    window.press("#add-first");
    window.paste("#paste", redis.url());
    window.paste("#name", "half-filled");
    agent.kill();
    window.until("nothing can be saved", () -> window.node("#save").isDisabled());
    assertThat(Headless.call(() -> window.reads("Upkeep has not answered in the background since")))
        .isTrue();

    window.go(new Route.Databases());
    window.go(new Route.Add());

    assertThat(Headless.call(() -> window.text("#paste"))).isEqualTo(redis.url());
    assertThat(Headless.call(() -> window.reads("1 database: 127.0.0.1"))).isTrue();

    agent.start();
    window.until(
        "the banner is gone",
        () -> !window.reads("Upkeep has not answered in the background since"));
    window.press("#save");
    window.press("#done");
    untilAlive(window);
    assertThat(Headless.call(() -> window.rows().getFirst().name())).isEqualTo("half-filled");
  }
}
