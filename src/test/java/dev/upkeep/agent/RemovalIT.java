package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.PASSWORD;
import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.refusal;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A removal is done when the secret is gone, and nothing else ever goes unasked.
final class RemovalIT {
  @TempDir private Path folder;

  private final Map<UUID, Secret> entries = new ConcurrentHashMap<>();
  private volatile boolean locked;
  private CoreRig rig;

  @BeforeEach
  void start() {
    rig = CoreRig.start(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  /// In memory, shared by every core of a test, as a keychain is.
  private final class Shared implements SecretStore {
    @Override
    public Sentence place() {
      return Sentence.verbatim("the test");
    }

    @Override
    public Sentence keeper() {
      return Sentence.verbatim("The test");
    }

    @Override
    public Optional<Lookup.Unavailable> check() {
      return locked
          ? Optional.of(new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim("It is locked.")))
          : Optional.empty();
    }

    @Override
    public Lookup read(UUID database) {
      return check()
          .<Lookup>map(why -> why)
          .or(() -> Optional.ofNullable(entries.get(database)).map(Lookup.Found::new))
          .orElseGet(Lookup.NotFound::new);
    }

    @Override
    public void write(UUID database, Secret secret) throws SecretStoreException {
      requireOpen();
      entries.put(database, secret);
    }

    @Override
    public void remove(UUID database) throws SecretStoreException {
      requireOpen();
      entries.remove(database);
    }

    private void requireOpen() throws SecretStoreException {
      if (locked) {
        throw new SecretStoreException(Trouble.LOCKED, Sentence.verbatim("It is locked."));
      }
    }
  }

  private Core open(boolean scheduled) throws Exception {
    return Core.open(
        CoreRig.plan(rig.paths(), scheduled, "test"),
        new Secrets(
            new Shared(),
            new References(Map.of("REDIS_PW", PASSWORD)),
            ledger(),
            Secrets.Binding.AT_FIRST_USE),
        Clock.systemUTC());
  }

  private SecretLedger ledger() {
    return SecretLedger.at(rig.paths().secretLedger());
  }

  private List<UUID> add(AgentApi api, int count) throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      NewDatabase one = withPassword(rig.shop().withName("shop " + i));
      ids.add(api.add(one).status().database().id());
    }
    return ids;
  }

  @Test
  void a_core_that_is_closed_after_a_removal_leaves_no_secret() throws Exception {
    for (boolean scheduled : new boolean[] {false, true}) {
      try (Core core = open(scheduled)) {
        List<UUID> ids = add(core.api(), 20);
        assertThat(entries).hasSize(20);
        core.api().remove(ids);
      }
      assertThat(entries).as("scheduled: " + scheduled).isEmpty();
      assertThat(ledger().owed()).isEmpty();
      assertThat(ledger().kept()).isEmpty();
    }
  }

  @Test
  void a_final_removal_is_done_when_it_is_answered() throws Exception {
    try (Core core = open(true)) {
      List<UUID> ids = add(core.api(), 3);
      core.api().remove(ids);
      assertThat(entries).as("can be brought back").hasSize(3);

      core.api().forget(ids.subList(0, 2));

      assertThat(entries).containsOnlyKeys(ids.get(2));
      core.api().restore(ids.get(0));
      assertThat(entries).as("what comes back later has no secret").hasSize(1);
      core.api().restore(ids.get(2));
      assertThat(ledger().owed()).isEmpty();
    }
    assertThat(entries).hasSize(1);
  }

  @Test
  void what_a_locked_store_keeps_is_written_down_and_removed_later() throws Exception {
    UUID id;
    try (Core core = open(false)) {
      id = add(core.api(), 1).getFirst();
      core.api().remove(List.of(id));
      locked = true;
      assertThat(refusal(() -> core.api().forget(List.of(id))))
          .isEqualTo(Refused.Reason.SECRET_STORE);
    }
    assertThat(entries).hasSize(1);
    assertThat(ledger().owed()).containsOnlyKeys(id);

    locked = false;
    UUID foreign = UUID.randomUUID();
    entries.put(foreign, Secret.of("another home's"));
    try (Core _ = open(true)) {
      Wait.until("the secret is gone", () -> !entries.containsKey(id));
    }
    assertThat(ledger().owed()).isEmpty();
    assertThat(entries).as("nothing else is touched").containsOnlyKeys(foreign);
  }

  @Test
  void a_definition_that_came_back_from_a_copy_keeps_its_secret() throws Exception {
    Path definitions = rig.paths().definitionsFile();
    UUID id;
    byte[] copy;
    try (Core core = open(false)) {
      id = add(core.api(), 1).getFirst();
      copy = Files.readAllBytes(definitions);
      core.api().remove(List.of(id));
      locked = true;
    }
    locked = false;
    Files.write(definitions, copy);
    assertThat(ledger().owed()).containsOnlyKeys(id);

    try (Core core = open(true)) {
      Wait.until("it was looked at", () -> ledger().owed().isEmpty());
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
    }
    assertThat(entries).containsOnlyKeys(id);
  }

  @Test
  void a_secret_that_a_reference_replaces_does_not_stay() throws Exception {
    try (Core core = open(true)) {
      UUID id = add(core.api(), 1).getFirst();
      Database shop = only(core.api()).database();
      Database referring = shop.edit().secretReference(Optional.of("env:REDIS_PW")).done();

      core.api().edit(new DatabaseChange(referring, Optional.empty(), false));

      assertThat(entries).isEmpty();
      assertThat(core.api().touch(List.of(id)).getFirst().touch().alive()).isTrue();
    }
    assertThat(ledger().owed()).isEmpty();
  }

  @Test
  void after_each_of_twenty_additions_and_removals_by_commands_the_file_is_empty()
      throws Exception {
    SecretStore file =
        SecretStores.passphraseFile(rig.paths().passphraseFile(), "passphrase".toCharArray());
    for (int i = 0; i < 20; i++) {
      UUID id;
      try (Core command = rig.open(false)) {
        id = command.api().add(withPassword(rig.shop())).status().database().id();
      }
      assertThat(file.entries()).containsOnly(id);
      try (Core command = rig.open(false)) {
        command.api().remove(List.of(id));
        command.api().forget(List.of(id));
        assertThat(file.entries()).as("right after removal %d", i).isEmpty();
      }
    }
    assertThat(ledger().owed()).isEmpty();
  }

  @Test
  void after_each_of_twenty_additions_and_removals_by_an_agent_the_file_is_empty()
      throws Exception {
    SecretStore file =
        SecretStores.passphraseFile(rig.paths().passphraseFile(), "passphrase".toCharArray());
    try (Core agent = rig.open(true)) {
      for (int i = 0; i < 20; i++) {
        UUID id = agent.api().add(withPassword(rig.shop())).status().database().id();
        assertThat(file.entries()).containsOnly(id);
        agent.api().remove(List.of(id));
        agent.api().forget(List.of(id));
        assertThat(file.entries()).as("right after removal %d", i).isEmpty();
      }
    }
    assertThat(ledger().kept()).isEmpty();
  }
}
