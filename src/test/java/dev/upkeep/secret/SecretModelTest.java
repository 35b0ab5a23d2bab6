package dev.upkeep.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random sequences of what may happen to the secrets of a home, against a model of what then must
/// hold. `-Dupkeep.seed=…` repeats one.
final class SecretModelTest {
  private static final int STEPS = 10_000;
  private static final List<Place> PLACES =
      List.of(
          new Place("a".repeat(22)),
          new Place("b".repeat(22)),
          new Place("c".repeat(22)),
          new Place("d".repeat(22)));

  @TempDir private Path folder;

  private final long seed = Long.getLong("upkeep.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final FakeStore keychain = new FakeStore();
  private final FakeStore file = new FakeStore();
  private final Map<UUID, Secret> otherHome = new HashMap<>();

  /// Where each definition leads.
  private final Map<UUID, Place> definitions = new HashMap<>();

  /// The secrets that were acknowledged and not removed; each text ends with its place.
  private final Map<UUID, String> given = new HashMap<>();

  private Map<UUID, Place> copy = Map.of();
  private boolean opened = true;
  private int secretsGiven;
  private int found;
  private Secrets secrets;

  @BeforeEach
  void prepare() throws Exception {
    Files.writeString(folder.resolve("secrets.p12"), "stands for the file");
    for (int i = 0; i < 3; i++) {
      UUID id = id();
      otherHome.put(id, Secret.of("another home's " + i));
    }
    keychain.entries.putAll(otherHome);
    restart();
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private void restart() {
    SecretLedger ledger = SecretLedger.at(folder.resolve("secrets.list"));
    boolean absent = keychain.trouble.equals(Optional.of(Trouble.ABSENT));
    secrets =
        new Secrets(
            new HomeStores(
                keychain,
                folder.resolve("secrets.p12"),
                opened ? Optional.of(file) : Optional.empty(),
                opened && absent ? StoreName.FILE : StoreName.KEYCHAIN,
                ledger),
            new References(Map.of()),
            ledger,
            Secrets.Binding.AT_FIRST_USE);
  }

  @Test
  void a_secret_goes_only_where_it_was_given_for_and_nothing_is_lost_or_left() throws Exception {
    System.out.println("seed " + seed);
    for (int step = 0; step < STEPS; step++) {
      step(random.nextInt(23));
      assertThat(keychain.entries)
          .as("seed %d, step %d", seed, step)
          .containsAllEntriesOf(otherHome);
    }
    keychain.trouble = Optional.empty();
    file.trouble = Optional.empty();
    opened = true;
    restart();
    settle();

    assertThat(secrets.ledger().owed()).as("seed %d", seed).isEmpty();
    List<UUID> entries = new ArrayList<>(keychain.entries.keySet());
    entries.addAll(file.entries.keySet());
    entries.removeAll(otherHome.keySet());
    assertThat(definitions.keySet()).as("seed %d", seed).containsAll(entries);
    for (Map.Entry<UUID, String> one : given.entrySet()) {
      assertThat(read(one.getKey(), placeOf(one.getValue())))
          .as("seed %d", seed)
          .isEqualTo(new Lookup.Found(Secret.of(one.getValue())));
    }
    assertThat(found).as("seed %d: most is found", seed).isGreaterThan(STEPS / 50);
  }

  private void step(int what) throws Exception {
    Optional<UUID> one = anyone();
    switch (what) {
      case 0, 1, 2 -> give(id(), place());
      case 3 -> one.ifPresent(id -> definitions.put(id, place())); // by hand
      case 4 -> copy = Map.copyOf(definitions);
      case 5 -> {
        if (random.nextInt(10) == 0) {
          definitions.clear(); // and what is not in the copy is left to nobody
          definitions.putAll(copy);
          orphansAreForgotten();
        }
      }
      case 6 -> keychain.trouble = anyTrouble();
      case 7 ->
          file.trouble = random.nextInt(4) == 0 ? Optional.of(Trouble.FAILED) : Optional.empty();
      case 8 -> {
        opened = random.nextInt(4) > 0;
        restart();
      }
      case 9 -> restart();
      case 10 -> settle();
      case 11 -> secrets.clear();
      case 12, 13 -> {
        if (one.isPresent()) {
          give(one.get(), Objects.requireNonNull(definitions.get(one.get())));
        }
      }
      case 14 -> {
        if (one.isPresent()) {
          move(one.get(), place());
        }
      }
      case 15, 16 -> {
        if (one.isPresent()) {
          remove(one.get());
        }
      }
      case 17 -> {
        if (one.isPresent()) {
          removeAndRestore(one.get());
        }
      }
      case 18 -> imported(id(), place());
      case 19 -> moved();
      default -> {
        if (one.isPresent()) {
          touch(one.get());
        }
      }
    }
  }

  private Optional<UUID> anyone() {
    List<UUID> ids = definitions.keySet().stream().sorted().toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }

  private Place place() {
    return PLACES.get(random.nextInt(PLACES.size()));
  }

  private Optional<Trouble> anyTrouble() {
    return switch (random.nextInt(5)) {
      case 0 -> Optional.of(Trouble.LOCKED);
      case 1 -> Optional.of(Trouble.ABSENT);
      default -> Optional.empty();
    };
  }

  private static Place placeOf(String text) {
    return new Place(text.substring(text.indexOf('@') + 1));
  }

  /// A new database, or a new secret for one.
  private void give(UUID id, Place place) throws Exception {
    String text = "secret " + ++secretsGiven + "@" + place.digest();
    if (done(secrets.write(id, place, Secret.of(text)))) {
      definitions.put(id, place);
      given.put(id, text);
    }
  }

  /// As an edit moves a database: its secret goes first.
  private void move(UUID id, Place place) throws Exception {
    if (done(secrets.remove(id))) {
      given.remove(id);
      definitions.put(id, place);
      give(id, place);
    }
  }

  private void remove(UUID id) throws Exception {
    secrets.ledger().owe(List.of(id), Instant.EPOCH);
    definitions.remove(id);
    if (done(secrets.remove(id))) {
      given.remove(id);
    }
  }

  /// Brought back before its secret went.
  private void removeAndRestore(UUID id) throws Exception {
    Place place = Objects.requireNonNull(definitions.remove(id));
    secrets.ledger().owe(List.of(id), Instant.EPOCH);
    secrets.ledger().keep(id);
    definitions.put(id, place);
    touch(id);
  }

  /// An import brings a definition, perhaps of a place that has a secret, and no secret.
  private void imported(UUID id, Place place) throws Exception {
    definitions.put(id, place);
    assertThat(read(id, place)).as("seed %d", seed).isNotInstanceOf(Lookup.Found.class);
    definitions.remove(id);
  }

  /// Somebody has all secrets moved, as far as that is possible just now.
  private void moved() throws Exception {
    if (random.nextInt(10) > 0) {
      return;
    }
    StoreName to = random.nextBoolean() ? StoreName.FILE : StoreName.KEYCHAIN;
    try {
      secrets.move(to).get();
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(SecretStoreException.class);
    }
  }

  private void settle() throws Exception {
    for (UUID id : secrets.ledger().owed().keySet()) {
      if (definitions.containsKey(id)) {
        secrets.ledger().keep(id);
      } else if (done(secrets.remove(id))) {
        given.remove(id);
      }
    }
  }

  /// Nothing leads to them any more, and a person has said so.
  private void orphansAreForgotten() {
    List<UUID> orphans = new ArrayList<>(secrets.ledger().kept().keySet());
    orphans.addAll(file.entries.keySet());
    orphans.removeAll(definitions.keySet());
    secrets.ledger().owe(orphans, Instant.EPOCH);
  }

  private void touch(UUID id) throws Exception {
    Place place = Objects.requireNonNull(definitions.get(id));
    Lookup lookup = read(id, place);
    String text = given.get(id);
    if (lookup instanceof Lookup.Found(Secret secret)) {
      found++;
      assertThat(placeOf(secret.reveal())).as("seed %d", seed).isEqualTo(place);
      assertThat(secret.reveal()).as("seed %d", seed).isEqualTo(text);
    } else if (text != null && placeOf(text).equals(place)) {
      assertThat(lookup)
          .as("seed %d: locked, not lost", seed)
          .isInstanceOf(Lookup.Unavailable.class);
    }
  }

  private Lookup read(UUID id, Place place) throws Exception {
    return secrets.read(id, place).get();
  }

  private static boolean done(CompletableFuture<@Nullable Void> change)
      throws InterruptedException {
    try {
      change.get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(SecretStoreException.class);
      return false;
    }
  }
}
