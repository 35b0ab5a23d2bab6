package dev.upkeep.agent;

import dev.upkeep.history.store.History;
import dev.upkeep.schedule.AgentThread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets the history look after its file every half minute and forget once a day what is old, and
/// asks again for a secret store that did not answer. Owned by the agent's thread: every method is
/// called there.
final class Housekeeping {
  private static final Duration TEND_EVERY = Duration.ofSeconds(30);

  private final AgentThread thread;
  private final InstantSource clock;
  private final History history;
  private final SecretCheck secretCheck;
  private final Supplier<Duration> kept;
  private final Runnable others;
  private final Consumer<Instant> forgetting;
  private final PruneRule pruning = new PruneRule();
  private AgentThread.@Nullable Wake wake;

  /// Nothing happens before [#start].
  ///
  /// @param kept how long touches are kept, as it is set at the moment
  /// @param others what else wants to be looked after every half minute
  /// @param forgetting what else forgets what is old, once a day, as of a time that is believed
  Housekeeping(
      AgentThread thread,
      InstantSource clock,
      History history,
      SecretCheck secretCheck,
      Supplier<Duration> kept,
      Runnable others,
      Consumer<Instant> forgetting) {
    this.forgetting = forgetting;
    this.thread = thread;
    this.clock = clock;
    this.history = history;
    this.secretCheck = secretCheck;
    this.kept = kept;
    this.others = others;
  }

  void start() {
    Instant now = clock.instant();
    pruning.begin(now, history.newestTouch(now));
    waitForNext();
  }

  private void waitForNext() {
    wake = thread.after(TEND_EVERY, this::tend);
  }

  void stop() {
    if (wake != null) {
      wake.cancel();
    }
  }

  private void tend() {
    // First, so that a failure below ends this turn and not all that would follow.
    waitForNext();
    Instant now = clock.instant();
    history.tend(now);
    secretCheck.tend();
    others.run();
    pruning
        .look(now)
        .ifPresent(end -> {
          history.prune(end, kept.get());
          forgetting.accept(end);
        });
  }
}
