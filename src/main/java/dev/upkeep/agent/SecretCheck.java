package dev.upkeep.agent;

import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Watcher;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Secrets;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Whether the secret store answers, as far as was last seen. It is asked in the background and
/// raises no prompt: at the start, after a touch that had no secret, while it does not answer, and
/// when a person wants to know. While all is well nobody asks.
///
/// As a watcher it is called on the agent's thread; the rest may be called from any.
final class SecretCheck implements Watcher {
  private final Secrets secrets;
  private final BooleanSupplier needed;
  private final Runnable changed;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Optional<Sentence> trouble = Optional.empty();

  /// Knows nothing yet.
  ///
  /// @param needed whether any secret rests in the store; asked on the agent's thread
  /// @param changed run in the background when the answer is another than before
  SecretCheck(Secrets secrets, BooleanSupplier needed, Runnable changed) {
    this.secrets = secrets;
    this.needed = needed;
    this.changed = changed;
  }

  /// What kept the store from answering when it was last asked, as a sentence; nothing while no
  /// secret rests there. For the agent's thread.
  Optional<Sentence> lastSeen() {
    return needed.getAsBoolean() ? trouble : Optional.empty();
  }

  /// Asks now. The future never fails, and completes within the store's own time.
  CompletableFuture<Optional<Sentence>> now() {
    return secrets
        .check()
        .thenApply(found -> found.map(Lookup.Unavailable::told))
        .exceptionally(_ -> Optional.of(KeychainPhrase.NOT_ASKED.with()))
        .thenApply(this::seen);
  }

  /// Asks again if the store did not answer the last time. For the agent's thread.
  void tend() {
    if (trouble.isPresent()) {
      ask();
    }
  }

  @Override
  public void snapshot(Snapshot snapshot) {
    ask();
  }

  @Override
  public void changed(Change change) {
    if (change instanceof Change.TouchEnded(var touched)
        && touched.touch().outcome() instanceof Outcome.Failed failed
        && failed.kind() == FailureKind.SECRET) {
      ask();
    }
  }

  @Override
  public void ended(String reason) {
    // The agent stops, and with it everybody who could want to know.
  }

  /// A thousand databases without their secret are one question.
  private void ask() {
    if (needed.getAsBoolean() && asking.compareAndSet(false, true)) {
      CompletableFuture<Void> _ = now().thenRun(() -> asking.set(false));
    }
  }

  private Optional<Sentence> seen(Optional<Sentence> found) {
    Optional<Sentence> before = trouble;
    trouble = found;
    if (!before.equals(found)) {
      changed.run();
    }
    return found;
  }
}
