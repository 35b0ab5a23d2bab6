package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What was removed comes back whole, however often it takes.
final class RemovalsTest {
  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");
  private final UUID other = world.keeping("other");
  @TempDir private Path folder;
  private Secrets secrets;
  private Removals removals;

  @BeforeEach
  void start() {
    secrets =
        new Secrets(
            SecretStores.passphraseFile(folder.resolve("secrets.p12"), "passphrase".toCharArray()),
            new References(Map.of()));
    removals = new Removals(world.time, secrets, world.keeper, world.time);
  }

  private void remove(UUID id) throws Refused {
    removals.remove(List.of(id));
  }

  @Test
  void a_name_that_was_taken_meanwhile_gets_a_number() throws Exception {
    remove(shop);
    world.keeper.edit(
        world.keeper.require(other), world.keeper.require(other).withName("Shop-Cache"), false);

    assertThat(removals.restore(shop).database().name()).isEqualTo("shop-cache (2)");
  }

  @Test
  void definition_tags_and_history_wait_for_seven_days_and_the_secret_does_not() throws Exception {
    world.keeper.edit(
        world.keeper.require(shop),
        world.keeper.require(shop).edit().tags(List.of("blue")).done(),
        false);
    secrets.write(shop, Secret.of("canary")).get();
    world.pass(Duration.ofHours(1));
    remove(shop);
    world.pass(AgentApi.RESTORABLE.plusSeconds(1));
    // The store works on a thread of its own.
    Wait.until("the secret is gone", () -> secrets.read(shop).join() instanceof Lookup.NotFound);

    world.pass(RemovedDatabase.KEPT.minusHours(1));

    assertThat(removals.waiting())
        .singleElement()
        .satisfies(one -> assertThat(one.database().name()).isEqualTo("shop-cache"));
    DatabaseStatus back = removals.restore(shop);
    assertThat(back.database().tags()).containsExactly("blue");
    assertThat(back.last()).isPresent();
    assertThat(removals.waiting()).isEmpty();
  }

  @Test
  void on_the_eighth_day_it_is_too_late() throws Exception {
    remove(shop);
    world.pass(RemovedDatabase.KEPT);

    assertThat(removals.waiting()).isEmpty();
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> removals.restore(shop));
    removals.forgetOld(world.time.instant());
    assertThat(world.keeper.definitions().removed()).isEmpty();
  }

  @Test
  void a_clock_that_nobody_believes_forgets_nothing() throws Exception {
    remove(shop);
    Instant believed = world.time.instant();
    world.pass(Duration.ofDays(400));

    removals.forgetOld(believed);

    assertThat(world.keeper.definitions().removed()).hasSize(1);
  }

  @Test
  void the_time_of_an_undone_removal_does_not_end_a_later_one() throws Exception {
    Duration mostOfIt = AgentApi.RESTORABLE.minusSeconds(9);
    remove(shop);
    world.pass(mostOfIt);
    removals.restore(shop);
    remove(shop);

    world.pass(mostOfIt);
    removals.restore(shop);

    assertThat(world.keeper.require(shop).name()).isEqualTo("shop-cache");
    assertThat(secrets.read(shop).get()).isInstanceOf(Lookup.NotFound.class);
  }
}
