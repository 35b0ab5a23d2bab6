package dev.upkeep.secret;

import dev.upkeep.database.Place;
import dev.upkeep.file.AtomicFile;
import dev.upkeep.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a home has written down about its secrets, and never a secret: in which store each entry
/// is, which entries are still to be removed, and for which place references were given. Kept in a
/// file that grows by a line per change. May be used from any thread, by one process at a time.
///
/// A disk that takes nothing is said once; what was to be written is remembered until the process
/// ends.
public final class SecretLedger {
  private static final Logger LOG = LoggerFactory.getLogger(SecretLedger.class);
  private static final int WORTH_A_REWRITE = 200;

  private final Optional<Path> file;
  private final boolean readOnly;
  private final LedgerLines lines = new LedgerLines();
  private final ReentrantLock turn = new ReentrantLock(); // guards lines and the file
  private final AtomicBoolean complained = new AtomicBoolean();

  private SecretLedger(Optional<Path> file, boolean readOnly) {
    this.file = file;
    this.readOnly = readOnly;
  }

  /// What is written in this file; nothing if there is none.
  public static SecretLedger at(Path file) {
    return read(file, false);
  }

  /// The same for a process that shares the home with another one: what changes is forgotten.
  public static SecretLedger readOnly(Path file) {
    return read(file, true);
  }

  private static SecretLedger read(Path file, boolean readOnly) {
    SecretLedger ledger = new SecretLedger(Optional.of(file), readOnly);
    try {
      String text = Files.readString(file);
      text.lines().forEach(ledger.lines::apply);
      if (readOnly) {
        return ledger;
      }
      if (!text.endsWith("\n")
          || text.lines().count() > 2L * ledger.lines.size() + WORTH_A_REWRITE) {
        new AtomicFile().replace(file, ledger.lines.text().getBytes(StandardCharsets.UTF_8));
      }
    } catch (NoSuchFileException first) {
      // It is made with the first line.
    } catch (IOException e) {
      ledger.complain(e);
    }
    return ledger;
  }

  /// One that is forgotten with the process: for secrets that nobody stores.
  public static SecretLedger inMemory() {
    return new SecretLedger(Optional.empty(), false);
  }

  /// The random id of this home, made when it is first asked for; empty where nothing may be
  /// written down.
  public Optional<UUID> home() {
    turn.lock();
    try {
      if (lines.home().isEmpty() && file.isPresent() && !readOnly) {
        write(List.of(LedgerLines.home(UUID.randomUUID())), true);
      }
      return lines.home();
    } finally {
      turn.unlock();
    }
  }

  /// Whether an entry that was named for all homes has been taken over by this one, or was not
  /// there.
  public boolean hasTakenOver(UUID shared) {
    return asked(() -> lines.taken().contains(shared));
  }

  public void takeOver(UUID shared) {
    change(!hasTakenOver(shared), LedgerLines.taken(shared));
  }

  /// In which store an entry is, as far as was written down.
  Optional<StoreName> storeOf(UUID id) {
    return asked(() -> Optional.ofNullable(lines.kept().get(id)));
  }

  /// Every entry that was written down.
  public Map<UUID, StoreName> kept() {
    return asked(() -> Map.copyOf(lines.kept()));
  }

  void kept(UUID id, StoreName store) {
    change(
        !asked(() -> Optional.ofNullable(lines.kept().get(id))).equals(Optional.of(store)),
        LedgerLines.kept(id, store));
  }

  /// An older copy of an entry that is in the keychain is in the file as well.
  void stale(UUID id) {
    change(!isStale(id), LedgerLines.stale(id));
  }

  boolean isStale(UUID id) {
    return asked(() -> lines.stale().contains(id));
  }

  /// An entry is in this store now, and nowhere else.
  void moved(UUID id, StoreName store) {
    turn.lock();
    try {
      write(List.of(LedgerLines.gone(id), LedgerLines.kept(id, store)), true);
    } finally {
      turn.unlock();
    }
  }

  /// An entry is not there any more.
  public void gone(UUID id) {
    change(asked(() -> lines.knows(id)), LedgerLines.gone(id));
  }

  /// Entries are to be removed, since then. On the disk when this returns, as far as it can be.
  public void owe(Collection<UUID> ids, Instant since) {
    turn.lock();
    try {
      write(ids.stream().map(id -> LedgerLines.owed(id, since)).toList(), true);
    } finally {
      turn.unlock();
    }
  }

  /// An entry is not to be removed after all: something leads to it again.
  public void keep(UUID id) {
    change(owed().containsKey(id), LedgerLines.wanted(id));
  }

  /// The entries that are to be removed, with when that was decided. Nothing else is ever removed
  /// unasked.
  public Map<UUID, Instant> owed() {
    return asked(() -> Map.copyOf(lines.owed()));
  }

  /// For which place a reference was given, if that is known.
  Optional<Place> placeOf(UUID id) {
    return asked(() -> Optional.ofNullable(lines.bound().get(id)));
  }

  /// There is no reference any more that could be bound.
  public void free(UUID id) {
    change(placeOf(id).isPresent(), LedgerLines.free(id));
  }

  void bind(UUID id, Place place) {
    change(!placeOf(id).equals(Optional.of(place)), LedgerLines.bound(id, place));
  }

  private void change(boolean needed, String line) {
    if (needed) {
      turn.lock();
      try {
        write(List.of(line), false);
      } finally {
        turn.unlock();
      }
    }
  }

  private <T> T asked(Supplier<T> question) {
    turn.lock();
    try {
      return question.get();
    } finally {
      turn.unlock();
    }
  }

  private void write(List<String> changes, boolean lasting) {
    changes.forEach(lines::apply);
    if (file.isEmpty() || readOnly || changes.isEmpty()) {
      return;
    }
    try {
      OwnerOnly.folderOf(file.get());
      try (FileChannel channel =
          FileChannel.open(
              file.get(),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              OwnerOnly.file(file.get()))) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", changes) + "\n");
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        if (lasting) {
          channel.force(true);
        }
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  private void complain(IOException e) {
    if (complained.compareAndSet(false, true)) {
      LOG.warn("{} cannot be used: {}.", file.orElseThrow(), e.getClass().getSimpleName());
    }
  }
}
