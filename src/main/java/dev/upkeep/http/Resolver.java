package dev.upkeep.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks a name up, but does not wait longer than it is told to. The JDK remembers the answer for
/// some seconds, so whoever connects next does not ask again.
final class Resolver {
  private Resolver() {}

  /// All addresses of the host, at least one.
  ///
  /// @throws UnknownHostException if there is none
  /// @throws SocketTimeoutException if nobody said so in time
  /// @throws InterruptedIOException if this thread is interrupted, and stays so
  static List<InetAddress> resolve(String host, Duration timeout) throws IOException {
    Optional<InetAddress> literal = WebAddress.literal(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    // The system's lookup cannot be interrupted, and would pin a virtual thread: a thread that may
    // be left behind until the system gives up.
    Thread.ofPlatform().daemon().name("resolve").start(() -> lookUp(host, answer));
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLate) {
      throw new SocketTimeoutException("the name " + host + " was not resolved in time");
    } catch (ExecutionException e) {
      // In the system's words, which tell "there is none" from "nobody could say".
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(host);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while resolving " + host);
    }
  }

  private static void lookUp(String host, CompletableFuture<List<InetAddress>> answer) {
    try {
      answer.complete(List.of(InetAddress.getAllByName(host)));
    } catch (Exception unknown) {
      answer.completeExceptionally(unknown);
    }
  }
}
