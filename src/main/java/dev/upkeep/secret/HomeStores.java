package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The secrets of one home, wherever they are: in the keychain or in the file under a passphrase.
/// Each entry stays in its store, which the [SecretLedger] knows, until a person moves it; what is
/// not in one is looked for in the other. So a process that cannot see the keychain, as one of ssh
/// or cron, does not decide for those that can.
final class HomeStores implements SecretStore {
  private final SecretStore keychain;
  private final Path path;
  private final Optional<SecretStore> file;
  private final StoreName preferred;
  private final SecretLedger ledger;

  /// The stores of a home.
  ///
  /// @param file what is at the path; empty without its passphrase
  /// @param preferred where new secrets go
  HomeStores(
      SecretStore keychain,
      Path path,
      Optional<SecretStore> file,
      StoreName preferred,
      SecretLedger ledger) {
    this.keychain = keychain;
    this.path = path;
    this.file = file;
    this.preferred = preferred;
    this.ledger = ledger;
  }

  @Override
  public Sentence place() {
    return joined(used().stream().map(this::place).toList());
  }

  private Sentence place(StoreName name) {
    return opened(name)
        .map(SecretStore::place)
        .orElseGet(() -> KeychainPhrase.AT_CLOSED.with(path));
  }

  private static Sentence joined(List<Sentence> places) {
    return places.stream().reduce(KeychainPhrase.AND_IN::with).orElseThrow();
  }

  @Override
  public Sentence keeper() {
    return opened(preferred).map(SecretStore::keeper).orElseGet(keychain::keeper);
  }

  /// The stores that hold something; where new secrets go while none does.
  private List<StoreName> used() {
    List<StoreName> used = ledger.kept().values().stream().distinct().sorted().toList();
    return used.isEmpty() ? List.of(preferred) : used;
  }

  /// What keeps one of those that hold something from answering.
  @Override
  public Optional<Lookup.Unavailable> check() {
    return used().stream()
        .map(name -> opened(name).map(SecretStore::check).orElseGet(() -> Optional.of(locked())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public Optional<Lookup.Unavailable> unlock() {
    Optional<Lookup.Unavailable> trouble = keychain.unlock();
    return preferred == StoreName.KEYCHAIN ? trouble : check();
  }

  @Override
  public Lookup read(UUID database) {
    Optional<StoreName> known = ledger.storeOf(database);
    StoreName first = known.orElse(preferred);
    Lookup found = read(first, database);
    boolean certain =
        known.isPresent() && (found instanceof Lookup.Unavailable || ledger.isStale(database));
    if (found instanceof Lookup.Found || certain) {
      return seen(database, first, found);
    }
    Lookup other = read(other(first), database);
    return switch (other) {
      case Lookup.Found _ -> seen(database, other(first), other);
      case Lookup.NotFound _ -> found;
      case Lookup.Unavailable why ->
          found instanceof Lookup.NotFound && why.trouble() != Trouble.ABSENT ? why : found;
    };
  }

  private Lookup read(StoreName store, UUID database) {
    if (store == StoreName.FILE && file.isEmpty()) {
      return Files.exists(path) ? locked() : new Lookup.NotFound();
    }
    return opened(store).orElseThrow().read(database);
  }

  private Lookup seen(UUID database, StoreName store, Lookup found) {
    if (found instanceof Lookup.Found) {
      ledger.kept(database, store);
    }
    return found;
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    Optional<StoreName> known = ledger.storeOf(database);
    StoreName target = known.filter(name -> opened(name).isPresent()).orElse(preferred);
    opened(target).orElseThrow(this::unopened).write(database, secret);
    ledger.kept(database, target);
    if (known.isPresent() && known.get() != target) {
      ledger.stale(database); // still in the file, which does not open here
    } else if (known.isEmpty()) {
      forgetIn(other(target), database);
    }
  }

  /// There may be an older one in the other store. It is bound to its place, so where it cannot be
  /// removed it does no harm.
  private void forgetIn(StoreName store, UUID database) {
    if (store == StoreName.FILE && !Files.exists(path)) {
      return;
    }
    Optional<SecretStore> place = opened(store);
    if (place.isPresent() && place.get().read(database) instanceof Lookup.Found) {
      try {
        place.get().remove(database);
      } catch (SecretStoreException stays) {
        // See above.
      }
    }
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    Optional<StoreName> known = ledger.storeOf(database);
    if (known.isPresent()) {
      // The old copy first: if it stays, the entry does, too, and nobody takes the one for the
      // other.
      if (ledger.isStale(database)) {
        file.orElseThrow(this::unopened).remove(database);
      }
      opened(known.get()).orElseThrow(this::unopened).remove(database);
    } else {
      removeEverywhere(database);
    }
    ledger.gone(database);
  }

  private void removeEverywhere(UUID database) throws SecretStoreException {
    List<SecretStoreException> troubles = new ArrayList<>();
    for (StoreName name : StoreName.values()) {
      if (name == StoreName.FILE && (file.isEmpty() || !Files.exists(path))) {
        continue;
      }
      try {
        opened(name).orElseThrow(this::unopened).remove(database);
      } catch (SecretStoreException e) {
        troubles.add(e);
      }
    }
    // What was never written down is in a store that never was there as little as nowhere.
    Optional<SecretStoreException> trouble =
        troubles.stream().filter(e -> e.trouble() != Trouble.ABSENT).findFirst();
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  @Override
  public boolean move(UUID database, StoreName to) throws SecretStoreException {
    SecretStore target = opened(to).orElseThrow(this::unopened);
    Lookup found = read(database); // and with it is known where
    if (found instanceof Lookup.Unavailable why) {
      throw new SecretStoreException(why.trouble(), why.told());
    }
    StoreName from = ledger.storeOf(database).orElse(to);
    if (!(found instanceof Lookup.Found(Secret secret)) || from == to) {
      return false;
    }
    SecretStore source = opened(from).orElseThrow(this::unopened);
    target.write(database, secret);
    if (!target.read(database).equals(found)) {
      takeBack(database, to);
      throw new SecretStoreException(
          Trouble.FAILED, KeychainPhrase.NOT_READ_BACK.with(target.keeper()));
    }
    try {
      source.remove(database);
    } catch (SecretStoreException stays) {
      takeBack(database, to);
      throw stays;
    }
    ledger.moved(database, to);
    return true;
  }

  /// Of two copies the one that was there first stays.
  private void takeBack(UUID database, StoreName copy) {
    try {
      opened(copy).orElseThrow(this::unopened).remove(database);
    } catch (SecretStoreException there) {
      if (copy == StoreName.FILE) {
        ledger.stale(database);
      }
    }
  }

  @Override
  public Set<UUID> entries() throws SecretStoreException {
    Set<UUID> all = new HashSet<>(ledger.kept().keySet());
    if (file.isPresent()) {
      // The file is this home's alone, so what is in it is, too.
      all.addAll(file.get().entries());
    }
    return all;
  }

  private Optional<SecretStore> opened(StoreName name) {
    return switch (name) {
      case KEYCHAIN -> Optional.of(keychain);
      case FILE -> file;
    };
  }

  private static StoreName other(StoreName name) {
    return name == StoreName.KEYCHAIN ? StoreName.FILE : StoreName.KEYCHAIN;
  }

  private SecretStoreException unopened() {
    Lookup.Unavailable why = locked();
    return new SecretStoreException(why.trouble(), why.told());
  }

  private Lookup.Unavailable locked() {
    return new Lookup.Unavailable(Trouble.DENIED, KeychainPhrase.FILE_UNOPENED.with(path));
  }
}
