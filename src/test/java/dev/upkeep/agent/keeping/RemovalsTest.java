package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import java.nio.file.Path;
import java.time.Duration;
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
  void a_restore_that_is_refused_can_be_tried_again() throws Exception {
    remove(shop);
    world.keeper.edit(
        world.keeper.require(other), world.keeper.require(other).withName("Shop-Cache"), false);

    assertThatExceptionOfType(Refused.class).isThrownBy(() -> removals.restore(shop));
    world.keeper.edit(
        world.keeper.require(other), world.keeper.require(other).withName("another"), false);
    removals.restore(shop);

    assertThat(world.keeper.require(shop).name()).isEqualTo("shop-cache");
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
