package dev.upkeep.touch.protocol;

import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.conversation.Backoff;
import dev.upkeep.touch.tls.TlsWays;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Puts together what touches for real.
public final class Touchers {
  private Touchers() {}

  /// A toucher over real connections. For any number of threads.
  ///
  /// @param hosts the hosts of all configured databases, asked for when one cannot be reached, to
  ///   tell whether this computer is offline
  public static Toucher standard(
      InstantSource clock, OnlineCheck online, Supplier<? extends Collection<String>> hosts) {
    return new StandardToucher(
        Protocols.standard(),
        new ProvenOffline(online, hosts),
        clock,
        Retry.STANDARD,
        Backoff::really,
        () -> ThreadLocalRandom.current().nextLong());
  }

  /// A diagnosis over real connections.
  public static Diagnosis diagnosis(
      InstantSource clock, OnlineCheck online, Supplier<? extends Collection<String>> hosts) {
    return new Diagnosis(Protocols.standard(), new ProvenOffline(online, hosts), clock);
  }

  /// How this process does TLS, and why in this way, in words for people.
  public static String wayToTls() {
    return TlsWays.description();
  }
}
