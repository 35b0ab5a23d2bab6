package dev.upkeep.network;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks names up at the same time and stops waiting when it is enough.
///
/// A name that is still being looked up for an earlier question is not looked up twice, so there
/// are never more threads than names; see [NameLookup].
final class Lookups {
  enum Answer {
    /// At least one name resolved.
    RESOLVED,
    /// Every name was answered, and none resolved.
    NONE,
    /// None resolved, and some were not answered in time or before we were interrupted.
    SILENCE
  }

  private final Resolver resolver;
  private final ConcurrentHashMap<String, CompletableFuture<Boolean>> running =
      new ConcurrentHashMap<>();

  Lookups(Resolver resolver) {
    this.resolver = resolver;
  }

  Answer ask(Collection<String> names, Duration atMost) {
    CompletableFuture<Boolean> anyResolved = new CompletableFuture<>();
    List<CompletableFuture<Void>> all =
        names.stream()
            .map(this::lookup)
            .map(lookup ->
                lookup.thenAccept(resolved -> {
                  if (resolved) {
                    anyResolved.complete(true);
                  }
                }))
            .toList();
    var _ =
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
            .thenRun(() -> anyResolved.complete(false));
    try {
      return anyResolved.get(atMost.toNanos(), TimeUnit.NANOSECONDS)
          ? Answer.RESOLVED
          : Answer.NONE;
    } catch (TimeoutException e) {
      return Answer.SILENCE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.SILENCE;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // the futures only ever complete with a value
    }
  }

  private CompletableFuture<Boolean> lookup(String name) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> earlier = running.putIfAbsent(name, mine);
    if (earlier != null) {
      return earlier;
    }
    CompletableFuture<Void> _ =
        NameLookup.begin(resolver, name)
            .thenApply(Lookups::leadsSomewhere)
            .exceptionally(_ -> false) // no such name, nobody could tell, or no name at all
            .thenAccept(resolved -> {
              running.remove(name);
              mine.complete(resolved);
            });
    return mine;
  }

  /// A filter or a portal that answers for everybody often answers 0.0.0.0 or 127.0.0.1: that is a
  /// no.
  private static boolean leadsSomewhere(List<InetAddress> addresses) {
    return addresses.stream().anyMatch(it -> !it.isAnyLocalAddress() && !it.isLoopbackAddress());
  }
}
