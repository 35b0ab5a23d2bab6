package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.message.ProviderNews;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.database.Provider;
import dev.upkeep.upstash.StatusPage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks Upstash's status page, once for everybody who wants to tell something at the same time, and
/// remembers the answer for some minutes. Owned by the agent's thread.
final class ProviderStatus implements ProviderNews {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /// A page that did not answer may do so soon, and must not be asked for every notice.
  private static final Duration FAILURE_REMEMBERED = Duration.ofMinutes(1);

  private final AgentCalls calls;
  private final InstantSource clock;
  private final Supplier<Optional<URI>> page;
  private final Function<URI, Optional<String>> ask;
  private final Executor background;
  private @Nullable Answer answer;
  private @Nullable CompletableFuture<Optional<ProviderReport>> asking;

  private record Answer(URI page, Instant at, Optional<ProviderReport> report) {}

  /// Knows nothing yet.
  ///
  /// @param page as it is set at the moment; empty for never
  /// @param background runs what blocks
  ProviderStatus(
      AgentCalls calls,
      InstantSource clock,
      Supplier<Optional<URI>> page,
      Function<URI, Optional<String>> ask,
      Executor background) {
    this.calls = calls;
    this.clock = clock;
    this.page = page;
    this.ask = ask;
    this.background = background;
  }

  @Override
  public CompletableFuture<Optional<ProviderReport>> of(Set<String> providers) {
    Optional<URI> address =
        page.get().filter(_ -> providers.stream().anyMatch(ProviderStatus::isUpstash));
    if (address.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Instant now = clock.instant();
    Answer known = answer;
    if (known != null && known.page().equals(address.get()) && isFresh(known, now)) {
      return CompletableFuture.completedFuture(known.report());
    }
    if (asking == null) {
      asking = asked(address.get(), now);
    }
    return asking;
  }

  /// Vercel's databases are Upstash's.
  private static boolean isUpstash(String provider) {
    return provider.equals(Provider.UPSTASH.displayName())
        || provider.equals(Provider.VERCEL.displayName());
  }

  private static boolean isFresh(Answer known, Instant now) {
    Duration kept = known.report().isPresent() ? REMEMBERED : FAILURE_REMEMBERED;
    return !now.isBefore(known.at()) && now.isBefore(known.at().plus(kept));
  }

  private CompletableFuture<Optional<ProviderReport>> asked(URI address, Instant now) {
    CompletableFuture<Optional<ProviderReport>> report =
        CompletableFuture.supplyAsync(() -> ask.apply(address), background)
            .completeOnTimeout(
                Optional.empty(), StatusPage.PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS)
            .exceptionally(_ -> Optional.empty())
            .thenApply(
                text -> text.map(line -> new ProviderReport(Provider.UPSTASH.displayName(), line)));
    CompletableFuture<Void> _ =
        report.thenAccept(known ->
            calls.post(() -> {
              answer = new Answer(address, now, known);
              asking = null;
            }));
    return report;
  }
}
