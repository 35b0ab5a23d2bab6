package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.refusal;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Touched;
import dev.upkeep.database.Database;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Health;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keeper's parts together: a real Redis, a real file under a passphrase, real files.
final class CoreIT {
  @TempDir private Path folder;

  private CoreRig rig;

  @BeforeEach
  void start() {
    rig = CoreRig.start(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void a_database_is_tested_stored_touched_and_still_there_after_a_restart() throws Exception {
    Instant due;
    try (Core core = rig.open(false)) {
      core.api().add(withPassword(rig.shop()));
      DatabaseStatus status = only(core.api());
      assertThat(status.health()).isEqualTo(Health.ALIVE);
      assertThat(status.lastVerified()).isPresent();
      due = status.nextDue().orElseThrow();
      assertThat(due).isAfter(Instant.now().plus(Duration.ofHours(5)));
    }
    try (Core core = rig.open(false)) {
      DatabaseStatus status = only(core.api());
      assertThat(status.database().name()).isEqualTo("shop");
      assertThat(status.nextDue()).contains(due);

      List<Touched> touched = core.api().touch(List.of(status.database().id()));

      assertThat(touched.getFirst().touch().outcome())
          .isInstanceOfSatisfying(
              Outcome.Alive.class, alive -> assertThat(alive.evidence()).isEqualTo(Evidence.WRITE));
      assertThat(core.api().history(Filter.ALL, Optional.empty(), 10).touches()).hasSize(2);
    }
    assertThat(rig.redis().snapshot()).containsOnlyKeys("upkeep:last-touch");
  }

  @Test
  void a_database_that_cannot_be_touched_is_not_stored_unless_told_so() throws Exception {
    try (Core core = rig.open(false)) {
      NewDatabase wrong =
          new NewDatabase(rig.shop(), Optional.of(Secret.of("c4n4ry-wrong")), false);

      assertThat(refusal(() -> core.api().add(wrong))).isEqualTo(Refused.Reason.TEST_FAILED);
      assertThat(core.api().snapshot().databases()).isEmpty();

      core.api().add(new NewDatabase(wrong.database(), wrong.secret(), true));
      assertThat(only(core.api()).health()).isEqualTo(Health.UNKNOWN);
    }
  }

  @Test
  void a_name_that_is_taken_and_every_other_problem_is_told_before_anything_is_touched()
      throws Exception {
    try (Core core = rig.open(false)) {
      core.api().add(withPassword(rig.shop()));
      Database same =
          rig.shop().edit().name("SHOP").interval(Optional.of(Duration.ofSeconds(1))).done();

      assertThatThrownBy(() -> core.api().add(withPassword(same)))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problems()).hasSize(2));
    }
  }

  @Test
  void a_removal_can_be_undone_with_secret_and_history() throws Exception {
    try (Core core = rig.open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      UUID id = only(api).database().id();

      api.remove(List.of(id));
      assertThat(api.snapshot().databases()).isEmpty();
      api.restore(id);

      assertThat(only(api).lastVerified()).isPresent();
      assertThat(api.touch(List.of(id)).getFirst().touch().alive()).isTrue();
    }
  }

  @Test
  void once_the_agent_has_stopped_a_removed_database_waits_without_its_secret() throws Exception {
    try (Core core = rig.open(false)) {
      core.api().add(withPassword(rig.shop()));
      core.api().remove(List.of(only(core.api()).database().id()));
    }
    try (Core core = rig.open(false)) {
      assertThat(core.api().snapshot().databases()).isEmpty();
      RemovedDatabase waiting = core.api().removed().getFirst();
      assertThat(core.api().history(Filter.ALL, Optional.empty(), 10).touches()).isNotEmpty();

      DatabaseStatus back = core.api().restore(waiting.database().id());

      assertThat(back.lastVerified()).isPresent();
      assertThat(core.api().removed()).isEmpty();
      Touch touch = core.api().touch(List.of(back.database().id())).getFirst().touch();
      assertThat(touch.outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.kind()).isEqualTo(FailureKind.SECRET));
    }
  }

  @Test
  void settings_are_changed_as_a_whole_and_on_the_latest_revision_only() throws Exception {
    try (Core core = rig.open(false)) {
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
    try (Core core = rig.open(false)) {
      core.api().add(withPassword(rig.shop()));
      id = only(core.api()).database().id();
      Files.write(rig.paths().historyFile(), noise);

      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(only(core.api()).lastVerified()).isPresent();
    }
    Files.write(rig.paths().historyFile(), noise);
    try (Core core = rig.open(false)) {
      assertThat(only(core.api()).database().id()).isEqualTo(id);
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
      assertThat(core.api().snapshot().agent().notices()).isNotEmpty();
    }
  }
}
