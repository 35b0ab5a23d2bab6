package dev.upkeep.network;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks a name up, but waits no longer than it is told to. The system's lookup cannot be
/// interrupted, may hang for half a minute, and would pin a virtual thread: each has a daemon
/// thread of its own, which is left behind when it takes too long.
public final class NameLookup {
  private NameLookup() {}

  /// All addresses of a host, at least one, in the system's order. The JDK remembers them for some
  /// seconds, so whoever connects next does not ask again.
  ///
  /// @param host a name, or an address without brackets
  /// @throws UnknownHostException when there is no such name, and also when nobody could tell; its
  ///   message has the system's words and of what was given nothing but the host
  /// @throws SocketTimeoutException if nobody said so in time
  /// @throws InterruptedIOException if this thread is interrupted, and stays so
  public static List<InetAddress> addresses(String host, Duration atMost)
      throws UnknownHostException, InterruptedIOException {
    return addresses(Resolver.SYSTEM, host, atMost);
  }

  static List<InetAddress> addresses(Resolver resolver, String host, Duration atMost)
      throws UnknownHostException, InterruptedIOException {
    Optional<InetAddress> literal = literal(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    try {
      return begin(resolver, host).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLate) {
      throw new SocketTimeoutException("the name " + host + " was not resolved in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw unknown;
      }
      throw new IllegalStateException("the resolver failed", e.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while resolving " + host);
    }
  }

  /// The address that a text is, without asking anybody; empty for names.
  ///
  /// @param host without brackets
  public static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }

  /// What this computer calls itself; empty if nobody says so in time. An interrupt stays.
  public static Optional<String> ownName(Duration atMost) {
    FutureTask<String> lookup = new FutureTask<>(SystemResolver::ownName);
    Thread.ofPlatform().daemon().name("own-name").start(lookup);
    try {
      return Optional.of(lookup.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException nameless) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Starts a lookup; what the resolver throws, the answer fails with.
  static CompletableFuture<List<InetAddress>> begin(Resolver resolver, String name) {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread lookup =
        Thread.ofPlatform()
            .daemon()
            .name("lookup")
            .unstarted(() -> {
              try {
                answer.complete(resolver.resolve(name));
              } catch (UnknownHostException | RuntimeException | Error e) {
                answer.completeExceptionally(e);
              }
            });
    // The JDK looks for other resolvers in every jar that this loader knows, so it knows none.
    lookup.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    lookup.start();
    return answer;
  }
}
