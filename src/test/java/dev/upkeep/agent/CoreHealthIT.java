package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.collecting;
import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.Change;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.Exchange;
import dev.upkeep.history.Health;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How databases are doing, as watchers see it.
final class CoreHealthIT {
  @TempDir private Path folder;

  private CoreRig rig;
  private boolean shown;

  @BeforeEach
  void start() {
    rig = CoreRig.start(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void failures_become_an_outage_that_began_with_the_first_one() throws Exception {
    try (Core core = rig.open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      UUID id = only(api).database().id();
      rig.redis().stop();

      Instant before = Instant.now();
      api.touch(List.of(id));
      assertThat(only(api).health()).isEqualTo(Health.FAILING);
      Instant afterFirst = Instant.now();
      api.touch(List.of(id));
      BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
      api.watch(collecting(changes));
      api.touch(List.of(id));

      assertThat(only(api).health()).isEqualTo(Health.DOWN);
      assertThat(changes)
          .anySatisfy(change ->
              assertThat(change)
                  .isInstanceOfSatisfying(
                      Change.HealthChanged.class,
                      changed -> {
                        assertThat(changed.to().to()).isEqualTo(Health.DOWN);
                        assertThat(changed.to().at()).isBetween(before.minusMillis(1), afterFirst);
                      }));
    }
  }

  @Test
  void a_pause_shows_at_once_and_what_was_known_before_it_holds_after_it() throws Exception {
    try (Core core = rig.open(true)) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      UUID id = only(api).database().id();
      BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
      api.watch(collecting(changes));

      api.pause(List.of(id), Optional.of(Duration.ofHours(1)));
      assertThat(only(api).health()).isEqualTo(Health.PAUSED);
      api.resume(List.of(id));

      assertThat(only(api).health()).isEqualTo(Health.ALIVE);
      assertThat(only(api).nextDue()).isPresent();
      assertThat(changes)
          .filteredOn(Change.HealthChanged.class::isInstance)
          .extracting(change -> ((Change.HealthChanged) change).to().to())
          .containsExactly(Health.PAUSED, Health.ALIVE);
    }
  }

  @Test
  void a_scheduled_touch_shows_as_running_until_it_has_ended() throws Exception {
    try (Core core = rig.open(true)) {
      BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
      core.api().watch(collecting(changes));

      core.api().add(new NewDatabase(rig.shop(), Optional.of(Secret.of("wrong")), true));

      assertThat(running(changes)).isTrue();
      assertThat(running(changes)).isFalse();
      assertThat(only(core.api()).running()).isFalse();
      assertThat(only(core.api()).last()).isPresent();
    }
  }

  @org.junit.jupiter.api.RepeatedTest(15)
  void a_touch_that_counts_no_more_does_not_show_as_running() throws Exception {
    try (Core core = rig.open(true);
        BadServer silent = BadServer.start(Behaviours.silent())) {
      AgentApi api = core.api();
      Database hanging =
          rig.shop()
              .edit()
              .endpoint(new Endpoint.Redis("127.0.0.1", silent.port(), Optional.empty(), false))
              .secretReference(Optional.of(Database.NO_SECRET))
              .done();
      api.importAll(
          Exchange.export(Definitions.EMPTY.put(List.of(hanging))),
          new ImportTerms(true, false, false));
      UUID id = only(api).database().id();
      BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
      api.watch(collecting(changes));
      api.resume(List.of(id));
      assertThat(running(changes)).isTrue();
      // Before that, it may not have looked for its definition yet, and would end at once.
      while (silent.connections() == 0) {
        Thread.sleep(10);
      }

      api.remove(List.of(id));
      api.restore(id);

      if (only(api).running()) {
        System.out.println(
            "XX " + api.history(dev.upkeep.history.Filter.ALL, Optional.empty(), 10));
        for (Change c : changes) {
          System.out.println("XX " + c);
        }
      }
      assertThat(only(api).running()).isFalse();
    }
  }

  /// What the next change says that says another thing about it than the one before.
  private boolean running(BlockingQueue<Change> changes) throws InterruptedException {
    while (true) {
      Change change = changes.poll(60, TimeUnit.SECONDS);
      assertThat(change).as("a change within a minute").isNotNull();
      if (change instanceof Change.Database(var status) && status.running() != shown) {
        shown = status.running();
        return shown;
      }
    }
  }
}
