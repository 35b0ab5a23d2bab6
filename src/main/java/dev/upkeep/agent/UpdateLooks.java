package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.history.store.History;
import dev.upkeep.language.NewsPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.news.ReleaseVersion;
import dev.upkeep.news.Releases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where somebody wants that, asks once a week whether there is a newer version, and tells of each
/// once. When to ask next, the newest version and the one that was told are known to the history,
/// so that a restart neither asks nor tells again. What goes wrong alarms nobody. Owned by the
/// agent's thread: every method is called there.
final class UpdateLooks {
  static final Duration EVERY = Duration.ofDays(7);

  /// Whoever reached nobody has asked nobody.
  static final Duration RETRY = Duration.ofHours(1);

  private static final String NEXT = "update.next";
  private static final String NEWEST = "update.newest";
  private static final String TOLD = "update.told";
  private static final Logger LOG = LoggerFactory.getLogger(UpdateLooks.class);

  private final AgentCalls calls;
  private final InstantSource clock;
  private final History history;
  private final Optional<ReleaseVersion> own;
  private final Optional<Releases> releases;
  private final Telling telling;
  private final Executor background;
  private Optional<Instant> next = Optional.empty();
  private Optional<Instant> tellAgain = Optional.empty();
  private boolean nextKnown;
  private boolean asking;
  private boolean showing;

  /// What it does with what it finds.
  ///
  /// @param wanted `update.check`, as it is set at the moment
  /// @param quiet whether notices wait at the moment
  /// @param remember keeps texts in the history
  /// @param changed tells those who watch that [#line] may have changed
  /// @param notice shows a title and a body
  record Telling(
      BooleanSupplier wanted,
      BooleanSupplier quiet,
      Consumer<Map<String, String>> remember,
      Runnable changed,
      Notice notice) {}

  /// Shows a notice.
  @FunctionalInterface
  interface Notice {
    /// Shows it.
    ///
    /// @return whether it was taken
    CompletableFuture<Boolean> show(Sentence title, Sentence body);
  }

  /// Looks at nothing before it is tended.
  ///
  /// @param version of this program; one that is none is never out of date
  /// @param releases empty where the build names none
  /// @param background runs what blocks
  UpdateLooks(
      AgentCalls calls,
      InstantSource clock,
      History history,
      String version,
      Optional<Releases> releases,
      Telling telling,
      Executor background) {
    this.calls = calls;
    this.clock = clock;
    this.history = history;
    this.own = ReleaseVersion.parse(version);
    this.releases = releases;
    this.telling = telling;
    this.background = background;
  }

  /// Asks or tells if it is time to. To be called every half minute or so.
  void tend() {
    if (!telling.wanted().getAsBoolean() || releases.isEmpty() || asking) {
      return;
    }
    Instant now = clock.instant();
    if (!nextKnown) {
      next = history.moment(NEXT);
      nextKnown = true;
    }
    // Further away than one may wait is that of a clock that was set back.
    next.filter(at -> at.isAfter(now.plus(EVERY))).ifPresent(_ -> askAt(now.plus(EVERY)));
    if (next.filter(now::isBefore).isEmpty()) {
      ask(releases.get(), now);
    } else {
      tell(now);
    }
  }

  /// What is to be known of it; empty if nothing is.
  Optional<Sentence> line() {
    if (!telling.wanted().getAsBoolean()) {
      return Optional.empty();
    }
    return releases.isEmpty()
        ? Optional.of(NewsPhrase.NO_PLACE.with())
        : newer()
            .map(found -> NewsPhrase.NEWER.with(found, own.orElseThrow(), releases.get().page()));
  }

  private Optional<ReleaseVersion> newer() {
    return own.flatMap(mine -> remembered(NEWEST).filter(found -> found.isNewerThan(mine)));
  }

  private Optional<ReleaseVersion> remembered(String memo) {
    return history.memo(memo).flatMap(ReleaseVersion::parse);
  }

  private void ask(Releases asked, Instant now) {
    asking = true;
    // Before, so that whoever ends in the middle does not ask again.
    askAt(now.plus(EVERY));
    CompletableFuture<Void> _ =
        CompletableFuture.supplyAsync(asked::ask, background)
            .exceptionally(fault -> {
              LOG.error("A look for a new version failed in a way that nobody foresaw.", fault);
              return new Releases.Answer.Nothing();
            })
            .thenAccept(answer -> calls.post(() -> answered(answer)));
  }

  private void answered(Releases.Answer answer) {
    asking = false;
    switch (answer) {
      case Releases.Answer.Newest(var version) -> {
        if (remembered(NEWEST).filter(version::equals).isEmpty()) {
          telling.remember().accept(Map.of(NEWEST, version.toString()));
          telling.changed().run();
        }
        if (telling.wanted().getAsBoolean()) {
          tell(clock.instant());
        }
      }
      case Releases.Answer.Nothing _ -> {
        // Until next week.
      }
      case Releases.Answer.NotReached _ -> askAt(clock.instant().plus(RETRY));
    }
  }

  private void askAt(Instant at) {
    next = Optional.of(at);
    history.setMoment(NEXT, at);
  }

  private void tell(Instant now) {
    Optional<ReleaseVersion> told = remembered(TOLD);
    Optional<ReleaseVersion> found =
        newer().filter(one -> told.filter(old -> !one.isNewerThan(old)).isEmpty());
    boolean later =
        tellAgain.filter(at -> now.isBefore(at) && !at.isAfter(now.plus(RETRY))).isPresent();
    if (found.isEmpty() || showing || later || telling.quiet().getAsBoolean()) {
      return;
    }
    showing = true;
    // Before, so that nobody is told twice; taken back if nobody was told.
    telling.remember().accept(Map.of(TOLD, found.get().toString()));
    CompletableFuture<Void> _ =
        telling
            .notice()
            .show(
                NewsPhrase.TITLE.with(found.get()),
                NewsPhrase.BODY.with(own.orElseThrow(), releases.orElseThrow().page()))
            .exceptionally(_ -> false)
            .thenAccept(taken -> calls.post(() -> shown(taken, told)));
  }

  private void shown(boolean taken, Optional<ReleaseVersion> before) {
    showing = false;
    if (!taken) {
      tellAgain = Optional.of(clock.instant().plus(RETRY));
      telling.remember().accept(Map.of(TOLD, before.map(ReleaseVersion::toString).orElse("")));
    }
  }
}
