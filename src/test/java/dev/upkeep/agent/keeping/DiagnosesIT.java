package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.agent.Core;
import dev.upkeep.agent.CoreRig;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.history.Filter;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Diagnoses with a real Redis and a real file under a passphrase.
final class DiagnosesIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";

  @TempDir private Path folder;

  private final List<Diagnosis.Step> steps = new ArrayList<>();
  private RedisServer redis;
  private Core core;
  private AgentApi api;

  @BeforeEach
  void start() throws Exception {
    redis = RedisServer.builder().password(PASSWORD).start();
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
    core =
        Core.open(
            CoreRig.plan(paths, false, "test"),
            new Secrets(
                SecretStores.passphraseFile(paths.passphraseFile(), "passphrase".toCharArray()),
                new References(Map.of("REDIS_PW", PASSWORD))),
            Clock.systemUTC());
    api = core.api();
  }

  @AfterEach
  void stop() {
    core.close();
    redis.close();
  }

  private Database at(int port) {
    return Database.of(
        UUID.randomUUID(),
        "shop",
        new Endpoint.Redis("127.0.0.1", port, Optional.of("default"), false));
  }

  private Database stored() throws Exception {
    return api.add(new NewDatabase(at(redis.port()), Optional.of(Secret.of(PASSWORD)), false))
        .status()
        .database();
  }

  private Touch diagnose(Subject subject) throws Exception {
    return api.diagnose(subject, steps::add);
  }

  private List<String> rungs() {
    assertThat(steps.toString()).doesNotContain("c4n4ry");
    return steps.stream().map(step -> step.rung() + " " + step.result()).toList();
  }

  private static FailureKind kind(Touch touch) {
    return touch.outcome() instanceof Outcome.Failed failed
        ? failed.kind()
        : FailureKind.valueOf("not a failure: " + touch.outcome());
  }

  @Test
  void a_stored_database_is_visited_with_its_secret_and_nothing_of_it_is_recorded()
      throws Exception {
    Database database = stored();
    var before = api.snapshot().databases();

    Touch touch = diagnose(new Subject.Stored(database.id()));

    assertThat(touch.alive()).isTrue();
    assertThat(rungs())
        .containsExactly(
            "NAME REACHED",
            "TCP REACHED",
            "AUTHENTICATED REACHED",
            "PING REACHED",
            "WRITE REACHED",
            "READ_BACK REACHED",
            "SERVER REACHED");
    assertThat(api.snapshot().databases()).isEqualTo(before);
    assertThat(api.history(Filter.ALL, Optional.empty(), 10).touches()).hasSize(1);
  }

  @Test
  void one_that_nobody_has_stored_is_visited_with_the_secret_that_comes_along() throws Exception {
    Database fresh = at(redis.port());

    Touch right = diagnose(new Subject.Fresh(fresh, Optional.of(Secret.of(PASSWORD))));
    Touch wrong = diagnose(new Subject.Fresh(fresh, Optional.of(Secret.of("c4n4ry-wrong"))));
    Touch none = diagnose(new Subject.Fresh(fresh, Optional.empty()));
    Touch reference =
        diagnose(
            new Subject.Fresh(
                fresh.edit().secretReference(Optional.of("env:REDIS_PW")).done(),
                Optional.empty()));

    assertThat(right.alive()).isTrue();
    assertThat(kind(wrong)).isEqualTo(FailureKind.AUTH);
    assertThat(kind(none)).isEqualTo(FailureKind.AUTH);
    assertThat(reference.alive()).isTrue();
    assertThat(rungs()).contains("AUTHENTICATED FAILED", "PING NOT_TRIED");
    assertThat(api.snapshot().databases()).isEmpty();
  }

  @Test
  void an_id_that_comes_along_gets_no_stored_secret() throws Exception {
    Database database = stored();
    try (BadServer attacker = BadServer.replying(words -> "+OK\r\n")) {
      Database fresh = at(attacker.port()).edit().id(database.id()).done();

      diagnose(new Subject.Fresh(fresh, Optional.empty()));

      assertThat(attacker.commands()).isNotEmpty();
      assertThat(attacker.commands().toString()).doesNotContain("c4n4ry").doesNotContain("AUTH");
    }
  }

  @Test
  void a_stored_secret_is_used_for_a_change_that_stays_where_it_is() throws Exception {
    Database changed = stored().edit().key("another:key").done();

    Touch touch = diagnose(new Subject.Changed(changed, Optional.empty()));

    assertThat(touch.alive()).isTrue();
    assertThat(redis.snapshot()).containsKey("another:key");
  }

  @Test
  void a_stored_secret_is_never_sent_elsewhere() throws Exception {
    Database database = stored();
    try (BadServer attacker = BadServer.replying(words -> "+OK\r\n")) {
      Database elsewhere = database.edit().endpoint(at(attacker.port()).endpoint()).done();

      assertThatThrownBy(() -> diagnose(new Subject.Changed(elsewhere, Optional.empty())))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("only where it was meant for");
      assertThat(attacker.commands()).isEmpty();
      assertThat(steps).isEmpty();

      diagnose(new Subject.Changed(elsewhere, Optional.of(Secret.of("another"))));
      assertThat(attacker.commands().toString()).contains("another").doesNotContain("c4n4ry");
    }
  }

  @Test
  void a_reference_does_not_come_along_to_another_place_either() throws Exception {
    Database byReference =
        at(redis.port()).edit().secretReference(Optional.of("env:REDIS_PW")).done();
    Database database =
        api.add(new NewDatabase(byReference, Optional.empty(), false)).status().database();
    try (BadServer attacker = BadServer.replying(words -> "+OK\r\n")) {
      Database elsewhere = database.edit().endpoint(at(attacker.port()).endpoint()).done();

      assertThatThrownBy(() -> diagnose(new Subject.Changed(elsewhere, Optional.empty())))
          .isInstanceOf(Refused.class);
      assertThat(attacker.commands()).isEmpty();
    }
  }

  @Test
  void without_its_secret_nobody_is_visited() throws Exception {
    Database lost = at(redis.port()).edit().secretReference(Optional.of("env:NOT_THERE")).done();
    Database database = api.add(new NewDatabase(lost, Optional.empty(), true)).status().database();

    Touch touch = diagnose(new Subject.Stored(database.id()));

    assertThat(kind(touch)).isEqualTo(FailureKind.SECRET);
    assertThat(steps).isEmpty();
    assertThat(touch.attempts()).isZero();
  }

  @Test
  void what_breaks_a_rule_or_is_not_there_is_refused() {
    Database broken = at(redis.port()).edit().key("").done();

    assertThatThrownBy(() -> diagnose(new Subject.Fresh(broken, Optional.empty())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> diagnose(new Subject.Stored(UUID.randomUUID())))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
  }

  @Test
  void a_server_that_repeats_what_it_hears_puts_no_secret_into_a_rung() throws Exception {
    Database database = stored();
    redis.stop();
    try (BadServer parrot =
        BadServer.replying(words -> "-ERR unknown command '%s'\r\n".formatted(words))) {
      Database elsewhere = database.edit().endpoint(at(parrot.port()).endpoint()).done();

      Touch touch = diagnose(new Subject.Changed(elsewhere, Optional.of(Secret.of(PASSWORD))));

      assertThat(parrot.commands().toString()).contains(PASSWORD);
      assertThat(rungs()).contains("AUTHENTICATED FAILED");
      assertThat(touch.toString()).doesNotContain("c4n4ry");
    }
  }

  @Test
  void the_secret_store_is_asked_when_somebody_wants_to_know() throws Exception {
    assertThat(api.secretTrouble()).isEmpty();
  }
}
