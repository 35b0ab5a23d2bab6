package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.database.Database;
import dev.upkeep.database.TouchMode;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.touch.Stamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One real Redis that two machines keep.
final class SharedDatabaseIT {
  @TempDir private Path home;

  private RedisServer redis;
  private CoreRig laptop;
  private CoreRig actions;

  @BeforeEach
  void start() throws Exception {
    redis = RedisServer.builder().password(CoreRig.PASSWORD).start();
    laptop = new CoreRig(home.resolve("laptop"), redis);
    actions = new CoreRig(home.resolve("actions"), redis);
    try (Core core = laptop.open(false, "laptop")) {
      core.api().add(withPassword(laptop.shop()));
      assertThat(also(core.api())).isEmpty();
    }
    try (Core core = actions.open(false, "github-actions")) {
      core.api().add(withPassword(actions.shop()));
      assertThat(also(core.api())).contains("laptop");
    }
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private static Optional<String> also(AgentApi api) throws AgentException {
    return only(api).alsoKept().map(Stamp::label);
  }

  private static Database touched(AgentApi api) throws AgentException {
    Database database = only(api).database();
    api.touch(List.of(database.id()));
    return database;
  }

  @Test
  void each_sees_the_other_and_when_it_came() throws Exception {
    try (Core one = laptop.open(false, "laptop");
        Core other = actions.open(false, "github-actions")) {
      touched(one.api());
      Stamp seen = only(one.api()).alsoKept().orElseThrow();
      assertThat(seen.label()).isEqualTo("github-actions");
      assertThat(seen.at()).isEqualTo(only(other.api()).last().orElseThrow().at());

      touched(other.api());
      touched(one.api());

      assertThat(only(one.api()).alsoKept().orElseThrow().at())
          .isEqualTo(only(other.api()).last().orElseThrow().at())
          .isAfter(seen.at());
    }
  }

  @Test
  void it_is_still_known_after_touches_of_ones_own_and_a_restart() throws Exception {
    try (Core core = laptop.open(false, "laptop")) {
      touched(core.api());
      touched(core.api());
      touched(core.api());
      assertThat(also(core.api())).contains("github-actions");
    }
    try (Core core = laptop.open(false, "laptop")) {
      assertThat(also(core.api())).contains("github-actions");
    }
  }

  @Test
  void an_edited_database_and_a_machine_with_a_new_name_do_not_take_themselves_for_another()
      throws Exception {
    try (Core core = actions.open(false, "github-actions")) {
      Database shop = touched(core.api());
      core.api()
          .edit(
              new DatabaseChange(
                  shop.edit().name("boutique").mode(TouchMode.READ).done(),
                  Optional.empty(),
                  false));
      touched(core.api());
      assertThat(also(core.api())).contains("laptop");
    }
    try (Core core = laptop.open(false, "laptop")) {
      touched(core.api());
    }
    try (Core core = laptop.open(false, "new-name")) {
      touched(core.api());
      touched(core.api());
      assertThat(also(core.api())).contains("github-actions");
    }
  }

  @Test
  void it_is_known_while_the_database_cannot_be_reached() throws Exception {
    try (Core core = laptop.open(false, "laptop")) {
      touched(core.api());
      redis.stop();
      Database shop = touched(core.api());

      assertThat(core.api().touch(List.of(shop.id())).getFirst().touch().alive()).isFalse();
      assertThat(also(core.api())).contains("github-actions");
    }
  }

  @Test
  void a_label_that_is_none_is_nobody() throws Exception {
    redis.command("SET", Database.DEFAULT_KEY, "2026-01-01T00:00:00Z \u001b[31mroot");
    try (Core core = laptop.open(false, "laptop")) {
      touched(core.api());

      assertThat(also(core.api())).isEmpty();
    }
  }

  @Test
  void whoever_has_not_come_for_longer_than_the_window_keeps_nothing() throws Exception {
    try (Core core = laptop.open(false, "laptop")) {
      Database shop = only(core.api()).database();
      Database strict = shop.edit().window(Optional.of(Duration.ofDays(2))).done();
      core.api().edit(new DatabaseChange(strict, Optional.empty(), false));
      touched(core.api());
      assertThat(also(core.api())).contains("github-actions");

      String threeDaysAgo = Instant.now().minus(Duration.ofDays(3)).toString();
      redis.command("SET", Database.DEFAULT_KEY, threeDaysAgo + " github-actions");
      touched(core.api());

      assertThat(also(core.api())).isEmpty();
    }
  }
}
