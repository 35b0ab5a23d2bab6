package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.Destination;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.schedule.AgentThread;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntegrationAddressesTest {
  private static final Secret URL = Secret.of("https://hooks.example.com/c4n4ry");

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final AgentCalls calls = new AgentCalls(AgentThread.of(executor));
  private final Keychain keychain = new Keychain();
  private final Secrets secrets = new Secrets(keychain, new References(Map.of()));
  private volatile Instant now = Instant.parse("2026-05-04T10:00:00Z");
  private final IntegrationAddresses addresses =
      new IntegrationAddresses(calls, () -> now, secrets, Map.of());

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /// Locked or not, as the test says.
  private static final class Keychain implements SecretStore {
    final Map<UUID, Secret> entries = new ConcurrentHashMap<>();
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean locked;

    /// Says that it has stored, and has not.
    volatile boolean forgetful;

    @Override
    public Sentence place() {
      return Sentence.verbatim("a test's memory");
    }

    @Override
    public Sentence keeper() {
      return Sentence.verbatim("A test's memory");
    }

    @Override
    public Optional<Lookup.Unavailable> check() {
      return Optional.empty();
    }

    @Override
    public Lookup read(UUID account) {
      reads.incrementAndGet();
      if (locked) {
        return new Lookup.Unavailable(Trouble.LOCKED, Sentence.verbatim("The keychain is locked."));
      }
      return Optional.ofNullable(entries.get(account))
          .<Lookup>map(Lookup.Found::new)
          .orElseGet(Lookup.NotFound::new);
    }

    @Override
    public void write(UUID account, Secret secret) {
      if (!forgetful) {
        entries.put(account, secret);
      }
    }

    @Override
    public void remove(UUID account) {
      entries.remove(account);
    }
  }

  private void tend() throws AgentException {
    calls.run(() -> addresses.tend(Integration.values()));
  }

  private Destination webhook() {
    return of(Integration.WEBHOOK);
  }

  private Destination of(Integration outlet) {
    try {
      return calls.ask(() -> addresses.of(outlet));
    } catch (AgentException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_locked_keychain_is_asked_again_and_again_but_not_all_the_time() throws Exception {
    keychain.entries.put(IntegrationAddresses.shared(Integration.WEBHOOK), URL);
    keychain.locked = true;
    tend();
    Wait.until(
        "answer",
        () ->
            webhook()
                .equals(new Destination.Unknown(Sentence.verbatim("The keychain is locked."))));
    Wait.until("question about the other", () -> keychain.reads.get() == 2);
    tend();
    assertThat(keychain.reads).hasValue(2);

    keychain.locked = false;
    now = now.plus(Duration.ofMinutes(1));
    tend();

    Wait.until("address", () -> webhook().equals(new Destination.Known(URL)));
  }

  @Test
  void what_is_known_is_not_asked_for_again() throws Exception {
    tend();
    for (Integration outlet : Integration.values()) {
      Wait.until("answer", () -> of(outlet) instanceof Destination.None);
    }
    now = now.plus(Duration.ofDays(1));
    tend();

    assertThat(keychain.reads).hasValue(2);
  }

  @Test
  void a_clock_that_was_set_back_does_not_keep_it_from_asking() throws Exception {
    keychain.locked = true;
    tend();
    Wait.until("answer of both", () -> keychain.reads.get() == 2);
    now = now.minus(Duration.ofDays(1));
    tend();

    Wait.until("question", () -> keychain.reads.get() == 4);
  }

  @Test
  void what_is_stored_and_no_address_leads_nowhere() throws Exception {
    keychain.entries.put(
        IntegrationAddresses.shared(Integration.WEBHOOK), Secret.of("http://example.com/c4n4ry"));
    tend();

    Wait.until("answer", () -> webhook() instanceof Destination.None);
  }

  /// The addresses of a home that has an id of its own.
  private IntegrationAddresses ofHome(Path folder, SecretLedger ledger) {
    assertThat(folder).isDirectory();
    return new IntegrationAddresses(
        calls,
        () -> now,
        new Secrets(keychain, new References(Map.of()), ledger, Secrets.Binding.AT_FIRST_USE),
        Map.of());
  }

  private void look(IntegrationAddresses home) throws AgentException {
    calls.run(() -> home.tend(List.of(Integration.WEBHOOK)));
    Wait.until(
        "the address is known",
        () -> {
          try {
            return calls.ask(() -> home.of(Integration.WEBHOOK)) instanceof Destination.Known;
          } catch (AgentException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void an_address_that_all_homes_shared_is_copied_read_back_and_then_removed(@TempDir Path folder)
      throws Exception {
    UUID shared = IntegrationAddresses.shared(Integration.WEBHOOK);
    keychain.entries.put(shared, URL);
    keychain.forgetful = true;
    SecretLedger ledger = SecretLedger.at(folder.resolve("secrets.list"));
    look(ofHome(folder, ledger));
    assertThat(keychain.entries).as("the copy was not read back").containsOnlyKeys(shared);
    assertThat(ledger.hasTakenOver(shared)).isFalse();

    keychain.forgetful = false;
    look(ofHome(folder, ledger));

    assertThat(ledger.hasTakenOver(shared)).isTrue();
    assertThat(keychain.entries).hasSize(1).doesNotContainKey(shared).containsValue(URL);
    look(ofHome(folder, SecretLedger.at(folder.resolve("secrets.list"))));
    assertThat(keychain.entries).as("the home finds its own again").hasSize(1);
  }
}
