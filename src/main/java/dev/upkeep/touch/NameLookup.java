package dev.upkeep.touch;

import dev.upkeep.database.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the addresses of a host in bounded time. The system's resolver cannot be interrupted, so
/// it works on a thread of its own, which is left behind when it takes too long.
final class NameLookup {
  private NameLookup() {}

  static List<InetAddress> resolve(Endpoint endpoint, Attempt attempt, Deadline limit)
      throws TouchFailure {
    String host = endpoint.host();
    long start = System.nanoTime();
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread thread = new Thread(lookup, "name-lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      InetAddress[] addresses = lookup.get(limit.remaining().toNanos(), TimeUnit.NANOSECONDS);
      attempt.reached(Rung.NAME, start, counted(addresses.length));
      return List.of(addresses);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw ConnectionFailures.unresolved(endpoint, unknown);
      }
      throw new IllegalStateException("the resolver failed", e.getCause());
    } catch (TimeoutException e) {
      throw ConnectionFailures.resolverSilent(
          endpoint, Duration.ofNanos(System.nanoTime() - start));
    } catch (InterruptedException e) {
      throw ConnectionFailures.interrupted(e);
    }
  }

  private static String counted(int addresses) {
    return addresses == 1 ? "1 address" : addresses + " addresses";
  }
}
