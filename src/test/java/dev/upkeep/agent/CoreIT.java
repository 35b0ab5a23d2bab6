package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Touched;
import dev.upkeep.control.Watcher;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keeper's parts together: a real Redis, a real file under a passphrase, real files.
final class CoreIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";

  @TempDir private Path folder;

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.builder().password(PASSWORD).start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private AppPaths paths() {
    return AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
  }

  private Core open(boolean scheduled) throws Exception {
    Secrets secrets =
        new Secrets(
            SecretStores.passphraseFile(paths().passphraseFile(), "passphrase".toCharArray()),
            new References(Map.of("REDIS_PW", PASSWORD)));
    return Core.open(
        new Core.Plan(
            paths(),
            "default",
            "test",
            "0",
            scheduled,
            true,
            Optional.empty(),
            LoginSwitch.unavailable("Not in this test."),
            () -> {}),
        secrets,
        Clock.systemUTC());
  }

  private Database shop() {
    return Database.of(
        UUID.randomUUID(),
        "shop",
        new Endpoint.Redis("127.0.0.1", redis.port(), Optional.of("default"), false));
  }

  private static NewDatabase withPassword(Database database) {
    return new NewDatabase(database, Optional.of(Secret.of(PASSWORD)), false);
  }

  private DatabaseStatus only(AgentApi api) throws AgentException {
    assertThat(api.snapshot().databases()).hasSize(1);
    return api.snapshot().databases().getFirst();
  }

  private static Refused.Reason refusal(ThrowingCall call) {
    try {
      call.run();
    } catch (Refused e) {
      assertThat(e.problems()).isNotEmpty().noneMatch(p -> p.contains("c4n4ry"));
      return e.reason();
    } catch (AgentException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("not refused");
  }

  private interface ThrowingCall {
    void run() throws AgentException;
  }

  @Test
  void a_database_is_tested_stored_touched_and_still_there_after_a_restart() throws Exception {
    Instant due;
    try (Core core = open(false)) {
      core.api().add(withPassword(shop()));
      DatabaseStatus status = only(core.api());
      assertThat(status.health()).isEqualTo(Health.ALIVE);
      assertThat(status.lastVerified()).isPresent();
      due = status.nextDue().orElseThrow();
      assertThat(due).isAfter(Instant.now().plus(Duration.ofHours(5)));
    }
    try (Core core = open(false)) {
      DatabaseStatus status = only(core.api());
      assertThat(status.database().name()).isEqualTo("shop");
      assertThat(status.nextDue()).contains(due);

      List<Touched> touched = core.api().touch(List.of(status.database().id()));

      assertThat(touched.getFirst().touch().outcome())
          .isInstanceOfSatisfying(
              Outcome.Alive.class, alive -> assertThat(alive.evidence()).isEqualTo(Evidence.WRITE));
      assertThat(core.api().history(Filter.ALL, Optional.empty(), 10).touches()).hasSize(2);
    }
    assertThat(redis.snapshot()).containsOnlyKeys("upkeep:last-touch");
  }

  @Test
  void a_database_that_cannot_be_touched_is_not_stored_unless_told_so() throws Exception {
    try (Core core = open(false)) {
      NewDatabase wrong = new NewDatabase(shop(), Optional.of(Secret.of("c4n4ry-wrong")), false);

      assertThat(refusal(() -> core.api().add(wrong))).isEqualTo(Refused.Reason.TEST_FAILED);
      assertThat(core.api().snapshot().databases()).isEmpty();

      core.api().add(new NewDatabase(wrong.database(), wrong.secret(), true));
      assertThat(only(core.api()).health()).isEqualTo(Health.UNKNOWN);
    }
  }

  @Test
  void a_name_that_is_taken_and_every_other_problem_is_told_before_anything_is_touched()
      throws Exception {
    try (Core core = open(false)) {
      core.api().add(withPassword(shop()));
      Database same =
          shop().edit().name("SHOP").interval(Optional.of(Duration.ofSeconds(1))).done();

      assertThatThrownBy(() -> core.api().add(withPassword(same)))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problems()).hasSize(2));
    }
  }

  @Test
  void no_edit_sends_a_stored_secret_to_another_place() throws Exception {
    try (Core core = open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      api.add(withPassword(shop()));
      Database shop = only(api).database();
      Database moved =
          shop.edit()
              .endpoint(
                  new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.of("default"), false))
              .done();

      assertThat(refusal(() -> api.edit(new DatabaseChange(moved, Optional.empty(), false))))
          .isEqualTo(Refused.Reason.INVALID);
      api.edit(new DatabaseChange(moved, Optional.empty(), true));
      api.touch(List.of(shop.id()));
      api.edit(new DatabaseChange(shop, Optional.empty(), true));

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
      assertThat(api.touch(List.of(shop.id())).getFirst().touch().outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.kind()).isEqualTo(FailureKind.SECRET));
    }
  }

  @Test
  void no_edit_sends_a_referenced_secret_to_another_place() throws Exception {
    try (Core core = open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      Database referring = shop().edit().secretReference(Optional.of("env:REDIS_PW")).done();
      api.add(new NewDatabase(referring, Optional.empty(), false));
      Database shop = only(api).database();
      Database moved =
          shop.edit()
              .endpoint(new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.empty(), false))
              .done();

      api.edit(new DatabaseChange(moved, Optional.empty(), true));
      api.touch(List.of(shop.id()));

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void neither_adding_under_an_old_id_nor_importing_reaches_a_stored_secret() throws Exception {
    try (Core core = open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      api.add(withPassword(shop()));
      Database shop = only(api).database();
      String export = api.export().replace("" + redis.port(), "" + attacker.port());
      api.remove(List.of(shop.id()));
      Database evil =
          shop.edit()
              .endpoint(new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.empty(), false))
              .done();
      api.add(new NewDatabase(evil, Optional.empty(), true));
      api.importAll(export, true);

      for (DatabaseStatus status : api.snapshot().databases()) {
        assertThat(status.database().id()).isNotEqualTo(shop.id());
        api.touch(List.of(status.database().id()));
      }

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void a_removal_can_be_undone_with_secret_and_history() throws Exception {
    try (Core core = open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(shop()));
      UUID id = only(api).database().id();

      api.remove(List.of(id));
      assertThat(api.snapshot().databases()).isEmpty();
      api.restore(id);

      assertThat(only(api).lastVerified()).isPresent();
      assertThat(api.touch(List.of(id)).getFirst().touch().alive()).isTrue();
    }
  }

  @Test
  void a_removal_is_final_once_the_agent_has_stopped() throws Exception {
    try (Core core = open(false)) {
      core.api().add(withPassword(shop()));
      core.api().remove(List.of(only(core.api()).database().id()));
    }
    try (Core core = open(false)) {
      assertThat(core.api().snapshot().databases()).isEmpty();
      assertThat(core.api().history(Filter.ALL, Optional.empty(), 10).touches()).isEmpty();
    }
  }

  @Test
  void failures_become_an_outage_that_began_with_the_first_one() throws Exception {
    try (Core core = open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(shop()));
      UUID id = only(api).database().id();
      redis.stop();

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
                        assertThat(changed.transition().to()).isEqualTo(Health.DOWN);
                        assertThat(changed.transition().at())
                            .isBetween(before.minusMillis(1), afterFirst);
                      }));
    }
  }

  @Test
  void a_running_agent_touches_by_itself_and_tells_its_watchers() throws Exception {
    UUID id;
    try (Core core = open(false)) {
      core.api().add(withPassword(shop()));
      id = only(core.api()).database().id();
      core.api()
          .edit(
              new DatabaseChange(
                  only(core.api())
                      .database()
                      .edit()
                      .interval(Optional.of(Duration.ofMinutes(1)))
                      .done(),
                  Optional.empty(),
                  false));
    }
    try (Core core = open(true)) {
      BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
      BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();
      core.api()
          .watch(
              new Watcher() {
                @Override
                public void snapshot(Snapshot snapshot) {
                  snapshots.add(snapshot);
                }

                @Override
                public void changed(Change change) {
                  changes.add(change);
                }

                @Override
                public void ended(String reason) {}
              });
      assertThat(snapshots.poll(10, TimeUnit.SECONDS)).isNotNull();
      core.api().pause(List.of(id), Optional.of(Duration.ofHours(1)));
      assertThat(only(core.api()).health()).isEqualTo(Health.PAUSED);
      core.api().resume(List.of(id));
      assertThat(only(core.api()).health()).isEqualTo(Health.ALIVE);
      assertThat(only(core.api()).nextDue()).isPresent();
      assertThat(changes).isNotEmpty();
    }
  }

  @Test
  void settings_are_changed_as_a_whole_and_on_the_latest_revision_only() throws Exception {
    try (Core core = open(false)) {
      AgentApi api = core.api();
      long revision = api.settings().revision();

      assertThatThrownBy(
              () -> api.changeSettings(revision, Map.of("interval", "x", "alert.after", "0")))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problems()).hasSize(2));
      api.changeSettings(revision, Map.of("interval", "2h"));

      assertThat(api.settings().values()).containsEntry("interval", "2h");
      assertThat(refusal(() -> api.changeSettings(revision, Map.of("interval", "3h"))))
          .isEqualTo(Refused.Reason.CONFLICT);
    }
  }

  @Test
  void noise_in_the_history_never_makes_it_forget_a_database() throws Exception {
    byte[] noise = new byte[64 * 1024];
    new Random(1).nextBytes(noise);
    UUID id;
    try (Core core = open(false)) {
      core.api().add(withPassword(shop()));
      id = only(core.api()).database().id();
      Files.write(paths().historyFile(), noise);

      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(only(core.api()).lastVerified()).isPresent();
    }
    Files.write(paths().historyFile(), noise);
    try (Core core = open(false)) {
      assertThat(only(core.api()).database().id()).isEqualTo(id);
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(core.api().snapshot().agent().notices()).isNotEmpty();
    }
  }

  @Test
  void nothing_on_disk_holds_a_secret() throws Exception {
    try (Core core = open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(shop()));
      UUID id = only(api).database().id();
      api.touch(List.of(id));
      Files.writeString(folder.resolve("export.json"), api.export());
      assertThat(api.snapshot().toString()).doesNotContain(PASSWORD);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(contents(file)).as(file.toString()).doesNotContain(PASSWORD);
      }
    }
  }

  private static String contents(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static Watcher collecting(BlockingQueue<Change> changes) {
    return new Watcher() {
      @Override
      public void snapshot(Snapshot snapshot) {}

      @Override
      public void changed(Change change) {
        changes.add(change);
      }

      @Override
      public void ended(String reason) {}
    };
  }
}
