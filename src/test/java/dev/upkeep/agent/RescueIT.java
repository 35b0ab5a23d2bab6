package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Filter;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.testing.RedisServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `upkeep rescue` asks of an agent, with a real database that goes and a real one that comes.
final class RescueIT {
  @TempDir private Path folder;

  @Test
  void old_and_new_history_are_one_line_and_only_the_new_secret_is_left() throws Exception {
    try (CoreRig rig = CoreRig.start(folder);
        RedisServer restored = RedisServer.builder().password("another-password").start();
        Core core = rig.open(false)) {
      AgentApi api = core.api();
      Database old =
          api.add(CoreRig.withPassword(rig.shop().edit().tags(List.of("team")).done()))
              .status()
              .database();
      assertThat(api.touch(List.of(old.id())).getFirst().touch().alive()).isTrue();

      Database moved =
          old.edit()
              .endpoint(
                  new Endpoint.Redis("127.0.0.1", restored.port(), Optional.of("default"), false))
              .done();
      DatabaseStatus rescued =
          api.edit(
              new DatabaseChange(
                  moved, Optional.of(Secret.of("another-password")), false, Optional.of(old)));
      assertThat(api.touch(List.of(old.id())).getFirst().touch().alive()).isTrue();

      assertThat(rescued.database().id()).isEqualTo(old.id());
      assertThat(rescued.database().tags()).containsExactly("team");
      assertThat(api.history(Filter.ALL.of(Set.of(old.id())), Optional.empty(), 50).touches())
          .as("the one that added it, one before and one after")
          .hasSize(3);
      SecretStore store =
          SecretStores.passphraseFile(rig.paths().passphraseFile(), "passphrase".toCharArray());
      assertThat(store.entries()).hasSizeLessThanOrEqualTo(1);
      assertThat(((Lookup.Found) store.read(old.id())).secret().reveal())
          .contains("another-password")
          .doesNotContain(CoreRig.PASSWORD);
    }
  }
}
