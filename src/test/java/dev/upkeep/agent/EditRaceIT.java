package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.PASSWORD;
import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.secret.References;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A touch and an edit of the same database meet at every point at which they can. A database moves
/// between a server of an attacker and a real one, and neither ever hears the other's secret.
final class EditRaceIT {
  private static final String OTHER = "0ther-Pa55word";

  @TempDir private Path folder;

  private final StagedStore store = new StagedStore();
  private final Secrets secrets = new Secrets(store, new References(Map.of()));
  private CoreRig rig;
  private BadServer attacker;
  private Core core;
  private AgentApi api;

  @BeforeEach
  void start() throws Exception {
    rig = CoreRig.start(folder);
    attacker = BadServer.start(Behaviours.okToPing());
    core = Core.open(CoreRig.plan(rig.paths(), false, "test"), secrets, Clock.systemUTC());
    api = core.api();
  }

  @AfterEach
  void stop() {
    core.close();
    attacker.close();
    rig.close();
  }

  @Test
  void a_touch_that_is_late_with_the_secret_goes_where_it_was_meant_for() throws Exception {
    Database evil = stored(atAttacker(), OTHER);
    StagedStore.Halt reading = StagedStore.Halt.here();
    store.beforeReading = reading;

    FutureTask<Touch> touch = inBackground(() -> touched(evil));
    reading.awaitSomebody();
    api.edit(new DatabaseChange(atRedis(evil), Optional.of(Secret.of(PASSWORD)), false));
    secrets.forget(evil.id());
    reading.letGo();

    assertThat(touch.get(60, TimeUnit.SECONDS).alive()).isTrue();
    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void a_touch_that_is_late_with_the_old_secret_does_not_take_it_to_the_new_place()
      throws Exception {
    Database shop = stored(rig.shop(), PASSWORD);
    StagedStore.Halt reading = StagedStore.Halt.here();
    store.afterReading = reading;

    FutureTask<Touch> touch = inBackground(() -> touched(shop));
    reading.awaitSomebody();
    api.edit(new DatabaseChange(atAttacker(shop), Optional.of(Secret.of(OTHER)), true));
    reading.letGo();
    touch.get(60, TimeUnit.SECONDS);
    touched(shop);

    assertThat(attacker.commands().toString()).contains(OTHER).doesNotContain(PASSWORD);
  }

  @Test
  void a_touch_in_the_middle_of_an_edit_waits_and_is_no_failure() throws Exception {
    Database evil = stored(atAttacker(), OTHER);
    StagedStore.Halt writing = StagedStore.Halt.here();
    store.afterWriting = writing;

    FutureTask<Object> edit =
        inBackground(() ->
            api.edit(new DatabaseChange(atRedis(evil), Optional.of(Secret.of(PASSWORD)), false)));
    writing.awaitSomebody();
    FutureTask<Touch> touch = inBackground(() -> touched(evil));
    Refused.Reason second =
        refusal(() ->
            api.edit(new DatabaseChange(atAttacker(evil), Optional.of(Secret.of(OTHER)), true)));
    writing.letGo();
    edit.get(60, TimeUnit.SECONDS);

    assertThat(touch.get(60, TimeUnit.SECONDS).alive()).isTrue();
    assertThat(second).isEqualTo(Refused.Reason.CONFLICT);
    assertThat(only(api).failures()).isZero();
    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void a_store_that_fails_in_the_middle_leaves_no_secret_for_the_old_place() throws Exception {
    Database evil = stored(atAttacker(), OTHER);
    store.deniesWriting = true;

    assertThat(
            refusal(() ->
                api.edit(
                    new DatabaseChange(atRedis(evil), Optional.of(Secret.of(PASSWORD)), false))))
        .isEqualTo(Refused.Reason.SECRET_STORE);
    touched(evil);

    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void an_edit_that_tests_with_the_stored_secret_loses_it_to_one_that_moves() throws Exception {
    Database evil = stored(atAttacker(), OTHER);
    StagedStore.Halt reading = StagedStore.Halt.here();
    store.beforeReading = reading;
    Database keyed = evil.edit().key("another").done();

    FutureTask<Refused.Reason> edit =
        inBackground(
            () -> refusal(() -> api.edit(new DatabaseChange(keyed, Optional.empty(), true))));
    reading.awaitSomebody();
    api.edit(new DatabaseChange(atRedis(evil), Optional.of(Secret.of(PASSWORD)), false));
    secrets.forget(evil.id());
    reading.letGo();

    assertThat(edit.get(60, TimeUnit.SECONDS)).isEqualTo(Refused.Reason.CONFLICT);
    assertThat(touched(evil).alive()).isTrue();
    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void a_diagnosis_that_is_overtaken_by_an_edit_visits_nobody_with_the_new_secret()
      throws Exception {
    Database evil = stored(atAttacker(), OTHER);
    StagedStore.Halt reading = StagedStore.Halt.here();
    store.beforeReading = reading;
    var subject = new Subject.Changed(evil, Optional.empty());

    FutureTask<Touch> diagnosis = inBackground(() -> api.diagnose(subject, rung -> {}));
    reading.awaitSomebody();
    api.edit(new DatabaseChange(atRedis(evil), Optional.of(Secret.of(PASSWORD)), false));
    secrets.forget(evil.id());
    reading.letGo();

    assertThat(diagnosis.get(60, TimeUnit.SECONDS).outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL));
    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void a_pause_during_the_test_of_an_edit_is_kept() throws Exception {
    Database shop = stored(rig.shop(), PASSWORD);
    StagedStore.Halt reading = StagedStore.Halt.here();
    store.beforeReading = reading;
    Database keyed = shop.edit().key("another").done();

    FutureTask<Object> edit =
        inBackground(() -> api.edit(new DatabaseChange(keyed, Optional.empty(), false)));
    reading.awaitSomebody();
    api.pause(List.of(shop.id()), Optional.empty());
    reading.letGo();
    edit.get(60, TimeUnit.SECONDS);

    assertThat(only(api).database().key()).isEqualTo("another");
    assertThat(only(api).database().paused()).isPresent();
  }

  @Test
  void of_two_edits_of_the_same_sight_the_second_changes_only_what_it_is_about() throws Exception {
    Database shop = stored(rig.shop(), PASSWORD);

    api.edit(seen(shop, shop.withName("boutique")));
    api.edit(seen(shop, shop.edit().interval(Optional.of(Duration.ofHours(1))).done()));
    Refused.Reason third = refusal(() -> api.edit(seen(shop, shop.withName("store"))));

    assertThat(third).isEqualTo(Refused.Reason.CONFLICT);
    assertThat(only(api).database().name()).isEqualTo("boutique");
    assertThat(only(api).database().interval()).contains(Duration.ofHours(1));
  }

  @Test
  void a_new_password_for_a_place_that_was_left_meanwhile_goes_nowhere() throws Exception {
    Database shop = stored(rig.shop(), PASSWORD);
    api.edit(new DatabaseChange(atAttacker(shop), Optional.of(Secret.of(OTHER)), true));

    Refused.Reason late =
        refusal(() ->
            api.edit(
                new DatabaseChange(
                    shop.withName("boutique"),
                    Optional.of(Secret.of(PASSWORD)),
                    true,
                    Optional.of(shop.withMode(TouchMode.READ)))));
    Refused.Reason same =
        refusal(() ->
            api.edit(
                new DatabaseChange(
                    shop, Optional.of(Secret.of(PASSWORD)), true, Optional.of(shop))));
    touched(shop);

    assertThat(late).isEqualTo(Refused.Reason.CONFLICT);
    assertThat(same).isEqualTo(Refused.Reason.CONFLICT);
    assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
  }

  private static DatabaseChange seen(Database seen, Database wanted) {
    return new DatabaseChange(wanted, Optional.empty(), true, Optional.of(seen));
  }

  /// Adds a database, and has its secret read anew with the next touch.
  private Database stored(Database database, String secret) throws AgentException {
    api.add(new NewDatabase(database, Optional.of(Secret.of(secret)), true));
    Database added = only(api).database();
    secrets.forget(added.id());
    return added;
  }

  private Database atAttacker() {
    return atAttacker(rig.shop());
  }

  private Database atAttacker(Database database) {
    return at(database, attacker.port());
  }

  private Database atRedis(Database database) {
    return at(database, rig.redis().port());
  }

  private static Database at(Database database, int port) {
    return database
        .edit()
        .endpoint(new Endpoint.Redis("127.0.0.1", port, Optional.of("default"), false))
        .done();
  }

  private Touch touched(Database database) throws AgentException {
    return api.touch(List.of(database.id())).getFirst().touch();
  }

  private static <T> FutureTask<T> inBackground(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }
}
