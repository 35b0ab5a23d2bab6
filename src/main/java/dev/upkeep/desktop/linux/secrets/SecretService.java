package dev.upkeep.desktop.linux.secrets;

import dev.upkeep.desktop.linux.bus.Two;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;

/// Whoever keeps the secrets of a Linux desktop. Nobody is asked for a password, nor whether
/// something may be read, but by [#unlock]. Making and removing is another matter: KeePassXC does
/// both in a prompt only, which shows nothing unless its person wants to be asked.
///
/// Each call has a connection of its own, since a kept one would not outlive the keeper; but one to
/// which a person has allowed something is kept as long as that keeper lives, because KeePassXC
/// forgets it with the connection. May be used from any thread; blocks for as long as the bus
/// pleases, and an interrupt ends that.
public final class SecretService {
  /// For a prompt that shows nothing; one that does is left standing, or taken away.
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private final Map<String, String> environment;
  private final ReentrantLock turn = new ReentrantLock(); // guards kept
  private Optional<SecretSession> kept = Optional.empty();

  /// The removals about which the keeper has asked its person, with the answer: whether it does not
  /// want to. Asked once each, until the person turns to us again.
  private final Map<SecretEntry, CompletableFuture<Boolean>> asked = new ConcurrentHashMap<>();

  private volatile SecretKeeper keeper = SecretKeeper.OTHER;

  /// Nothing is opened before the first question.
  ///
  /// @param environment of the process, as in [System#getenv()]
  public SecretService(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Who answered last.
  public SecretKeeper keeper() {
    return keeper;
  }

  /// Whether secrets can be kept and read just now.
  ///
  /// @throws SecretServiceException with why not
  public void check() throws SecretServiceException {
    with(Opened::new);
  }

  /// The text of an entry; empty if it is certain that there is none.
  ///
  /// @throws SecretServiceException if that is not certain
  public Optional<String> read(SecretEntry entry) throws SecretServiceException {
    return with(conversation -> {
      Opened opened = new Opened(conversation);
      Optional<DBusPath> item = opened.only(entry);
      // An empty one is what KWallet has of an entry that it had no time to save.
      return item.isPresent()
          ? Optional.of(opened.text(item.get())).filter(text -> !text.isEmpty())
          : Optional.empty();
    });
  }

  /// Keeps a text in the entry; makes it in the default collection if there is none. When this
  /// returns, it was read back.
  ///
  /// @throws SecretServiceException if it is not kept, or nobody knows
  public void write(SecretEntry entry, String text) throws SecretServiceException {
    byte[] secret = text.getBytes(StandardCharsets.UTF_8);
    with(conversation -> {
      Opened opened = new Opened(conversation);
      Optional<DBusPath> item = opened.only(entry);
      if (item.isPresent()) {
        conversation.replace(opened.unlocked(item.get()), secret);
      } else {
        opened.make(entry, secret);
      }
      Optional<DBusPath> there = opened.only(entry);
      if (there.isEmpty() || !Arrays.equals(conversation.secret(there.get()), secret)) {
        throw failure(conversation, Reason.UNDONE);
      }
      return entry;
    });
  }

  /// Removes an entry. That there is none is success.
  ///
  /// @throws SecretServiceException if it is still there, or nobody knows
  public void remove(SecretEntry entry) throws SecretServiceException {
    with(conversation -> {
      Opened opened = new Opened(conversation);
      Optional<DBusPath> item = opened.only(entry);
      if (item.isPresent()) {
        opened.delete(entry, item.get());
        if (opened.only(entry).isPresent()) {
          throw failure(conversation, Reason.UNDONE);
        }
      }
      asked.remove(entry);
      return entry;
    });
  }

  /// Lets the keeper ask its person: for the password, if it is locked, and for leave to read the
  /// entries of this service, if it gives them out so only. Waits for the answers. A prompt that
  /// nobody answers in time is taken away again, and so is one whose thread is interrupted.
  ///
  /// @throws SecretServiceException if it is still locked, or nobody could be asked
  public void unlock(String service, Duration patience) throws SecretServiceException {
    with(conversation -> {
      asked.clear();
      Optional<DBusPath> collection = wanted(conversation);
      if (collection.isEmpty()) {
        throw failure(conversation, Reason.NO_KEYRING);
      }
      allow(conversation, List.of(collection.get()), patience);
      if (conversation.isLocked(collection.get())) {
        throw failure(conversation, Reason.LOCKED);
      }
      allow(conversation, conversation.search(Map.of("service", service)).second, patience);
      return service;
    });
  }

  /// The collection to be unlocked: the default one, or the first.
  private static Optional<DBusPath> wanted(SecretSession conversation)
      throws SecretServiceException {
    Optional<DBusPath> preferred = conversation.alias("default");
    return preferred.isPresent() ? preferred : lasting(conversation).stream().findFirst();
  }

  /// Every collection that outlives the session.
  private static List<DBusPath> lasting(SecretSession conversation) throws SecretServiceException {
    Optional<DBusPath> passing = conversation.alias("session");
    List<DBusPath> all = new ArrayList<>(conversation.collections());
    passing.ifPresent(session -> all.removeIf(it -> it.getPath().equals(session.getPath())));
    return all;
  }

  private static void allow(SecretSession conversation, List<DBusPath> objects, Duration patience)
      throws SecretServiceException {
    Optional<DBusPath> prompt = objects.isEmpty() ? Optional.empty() : conversation.unlock(objects);
    if (prompt.isPresent() && dismissed(conversation, prompt.get(), patience).orElse(true)) {
      throw failure(conversation, Reason.DISMISSED);
    }
  }

  /// Shows a prompt and waits; takes away what is not answered in time.
  ///
  /// @return whether it was dismissed; empty if nobody answered
  private static Optional<Boolean> dismissed(
      SecretSession conversation, DBusPath prompt, Duration patience)
      throws SecretServiceException {
    Optional<Boolean> answer = answer(conversation.show(prompt), patience);
    if (answer.isEmpty()) {
      conversation.dismiss(prompt);
    }
    return answer;
  }

  private static Optional<Boolean> answer(CompletableFuture<Boolean> over, Duration patience) {
    try {
      return Optional.of(over.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes it with a failure", e);
    }
  }

  private static SecretServiceException failure(SecretSession conversation, Reason reason) {
    return new SecretServiceException(reason, conversation.keeper(), reason.name());
  }

  /// A keeper that is open, and what can be done then.
  private final class Opened {
    private final SecretSession conversation;
    private final DBusPath collection;

    /// Finds the collection of new entries, and opens it if that asks nobody.
    Opened(SecretSession conversation) throws SecretServiceException {
      this.conversation = conversation;
      Optional<DBusPath> preferred = conversation.alias("default");
      List<DBusPath> candidates =
          preferred.isPresent() ? List.of(preferred.get()) : lasting(conversation);
      for (DBusPath candidate : candidates) {
        if (isOpen(candidate)) {
          this.collection = candidate;
          return;
        }
      }
      throw failure(conversation, candidates.isEmpty() ? Reason.NO_KEYRING : Reason.LOCKED);
    }

    private boolean isOpen(DBusPath one) throws SecretServiceException {
      if (!conversation.isLocked(one)) {
        return true;
      }
      Optional<DBusPath> prompt = conversation.unlock(List.of(one));
      if (prompt.isPresent()) {
        if (!conversation.isOpenWallet(one)) {
          conversation.drop(prompt.get());
          return false;
        }
        dismissed(conversation, prompt.get(), AT_ONCE);
      }
      return !conversation.isLocked(one);
    }

    /// The one item of an entry, be it locked.
    Optional<DBusPath> only(SecretEntry entry) throws SecretServiceException {
      Two<List<DBusPath>, List<DBusPath>> found = conversation.search(entry.attributes());
      List<DBusPath> all = Stream.concat(found.first.stream(), found.second.stream()).toList();
      if (all.size() > 1) {
        throw failure(conversation, Reason.SEVERAL);
      }
      if (all.isEmpty() && conversation.isLocked(collection)) {
        throw failure(conversation, Reason.LOCKED); // in between, so it may have been there
      }
      return all.stream().findFirst();
    }

    String text(DBusPath item) throws SecretServiceException {
      byte[] secret;
      try {
        secret = conversation.secret(unlocked(item));
      } catch (SecretServiceException e) {
        // The leave was for once.
        throw e.reason() == Reason.LOCKED ? lockOf(item) : e;
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(secret)).toString();
      } catch (CharacterCodingException e) {
        throw failure(conversation, Reason.FOREIGN);
      }
    }

    /// The item, unlocked if that asks nobody.
    DBusPath unlocked(DBusPath item) throws SecretServiceException {
      Optional<DBusPath> prompt = conversation.unlock(List.of(item));
      if (prompt.isPresent()) {
        conversation.drop(prompt.get());
        throw lockOf(item);
      }
      return item;
    }

    /// Whether it is the item's own lock or that of what it is in.
    private SecretServiceException lockOf(DBusPath item) throws SecretServiceException {
      String path = item.getPath();
      DBusPath around = new DBusPath(path.substring(0, path.lastIndexOf('/')));
      return failure(conversation, conversation.isLocked(around) ? Reason.LOCKED : Reason.ASKS);
    }

    void make(SecretEntry entry, byte[] secret) throws SecretServiceException {
      Optional<DBusPath> prompt = conversation.create(collection, entry, secret);
      if (prompt.isPresent() && dismissed(conversation, prompt.get(), AT_ONCE).orElse(true)) {
        throw failure(conversation, Reason.DISMISSED);
      }
    }

    /// Removes an item, even one that its keeper would not give out unasked; but what is in a
    /// locked collection is not touched, since that would ask for a password.
    void delete(SecretEntry entry, DBusPath item) throws SecretServiceException {
      try {
        unlocked(item);
      } catch (SecretServiceException e) {
        if (e.reason() != Reason.ASKS) {
          throw e;
        }
      }
      CompletableFuture<Boolean> earlier = asked.get(entry);
      if (earlier != null) {
        throw failure(
            conversation, earlier.isDone() && earlier.join() ? Reason.DISMISSED : Reason.ASKING);
      }
      Optional<DBusPath> prompt = conversation.delete(item);
      if (prompt.isPresent()) {
        CompletableFuture<Boolean> over = conversation.show(prompt.get());
        asked.put(entry, over);
        Optional<Boolean> dismissed = answer(over, AT_ONCE);
        if (dismissed.orElse(true)) {
          throw failure(conversation, dismissed.isPresent() ? Reason.DISMISSED : Reason.ASKING);
        }
      }
    }
  }

  private <T> T with(Talk<T> talk) throws SecretServiceException {
    SecretSession conversation = begin();
    keeper = conversation.keeper();
    try {
      return talk.about(conversation);
    } finally {
      end(conversation);
    }
  }

  private SecretSession begin() throws SecretServiceException {
    turn.lock();
    try {
      if (kept.filter(SecretSession::isAlive).isPresent()) {
        return kept.get();
      }
      kept.ifPresent(SecretSession::close);
      kept = Optional.empty();
      asked.clear();
    } finally {
      turn.unlock();
    }
    return SecretSession.open(environment);
  }

  private void end(SecretSession conversation) {
    turn.lock();
    try {
      if (kept.isEmpty() && (conversation.isTrusted() || !asked.isEmpty())) {
        kept = Optional.of(conversation);
      }
      if (kept.filter(it -> it == conversation).isEmpty()) {
        conversation.close();
      }
    } finally {
      turn.unlock();
    }
  }

  @FunctionalInterface
  private interface Talk<T> {
    T about(SecretSession conversation) throws SecretServiceException;
  }
}
