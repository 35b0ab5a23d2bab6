package dev.upkeep.network;

import dev.upkeep.language.TouchPhrase;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Decides whether this computer is offline, which takes proof: a database that cannot be reached
/// is otherwise a failure that somebody must hear of.
///
/// Proof is, in this order:
///
/// 1. no interface but loopback is up with a usable address;
/// 2. no route to any public address;
/// 3. the control names and every other public name we were given were looked up, each was
///    answered, and none resolved;
/// 4. none resolved and some lookups hung, *and* no public address accepted a TCP connection
///    either.
///
/// The fourth is the laptop behind a dead router. Silence alone would prove nothing, since a slow
/// name server is silent too; but when names and bare addresses are both out of reach, no database
/// can be reached from here, archived or not. When an address does connect, only the name service
/// is broken: that is [NetworkState.Unsure], because the keeping-alive stops and a person has to
/// know.
///
/// One name that resolves is enough for [NetworkState.Online]. Its address may come from the
/// system's cache of some seconds, so right after the network goes away the answer can be wrong in
/// that direction, the loud one.
///
/// Safe for use by many threads at once.
public final class OnlineCheck {
  /// Names of three operators in three domains that outlive any of them.
  public static final List<String> CONTROL_NAMES =
      List.of("dns.google", "one.one.one.one", "www.iana.org");

  /// What [#check] may need to tell all cases apart: 3 s for names, then 1.5 s for addresses.
  public static final Duration AMPLE_TIME = Duration.ofMillis(4500);

  /// So many databases are witnesses enough; more would only be more threads.
  private static final int MOST_OTHER_NAMES = 50;

  private final Uplink uplink;
  private final Lookups lookups;
  private final List<String> controlNames;
  private final Duration timeForNames;
  private final Duration timeForAddresses;

  /// With the outside world as given.
  public OnlineCheck(Uplink uplink, Resolver resolver, List<String> controlNames) {
    this(uplink, resolver, controlNames, AMPLE_TIME);
  }

  OnlineCheck(Uplink uplink, Resolver resolver, List<String> controlNames, Duration ampleTime) {
    this.uplink = uplink;
    this.lookups = new Lookups(resolver);
    this.controlNames = List.copyOf(controlNames);
    // Not Duration's own division, which takes BigDecimal and a tenth of a ping.
    this.timeForNames = Duration.ofMillis(ampleTime.toMillis() * 2 / 3);
    this.timeForAddresses = Duration.ofMillis(ampleTime.toMillis() / 3);
  }

  /// With the real one.
  public static OnlineCheck ofThisComputer(List<String> controlNames) {
    return new OnlineCheck(new SocketUplink(), Resolver.SYSTEM, controlNames);
  }

  /// Looks now, and waits no longer than told, nor than [#AMPLE_TIME].
  ///
  /// @param otherHosts the configured databases' hosts; those that are not public names are ignored
  public NetworkState check(Collection<String> otherHosts, Duration atMost) {
    if (!uplink.hasInterface()) {
      return new NetworkState.Offline(TouchPhrase.NO_NETWORK.with());
    }
    if (!uplink.hasRoute()) {
      return new NetworkState.Offline(TouchPhrase.NO_INTERNET.with());
    }
    Set<String> names = new LinkedHashSet<>(controlNames);
    otherHosts.stream()
        .filter(PublicHosts::isPublicName)
        .limit(MOST_OTHER_NAMES)
        .forEach(names::add);
    if (names.isEmpty()) {
      return new NetworkState.Unsure(TouchPhrase.NO_WITNESS.with());
    }
    return switch (lookups.ask(names, shorter(timeForNames, atMost))) {
      case RESOLVED -> new NetworkState.Online();
      case NONE -> new NetworkState.Offline(TouchPhrase.NO_NAMES.with(names.iterator().next()));
      case SILENCE -> afterSilence(atMost);
    };
  }

  private NetworkState afterSilence(Duration atMost) {
    if (atMost.compareTo(timeForNames.plus(timeForAddresses)) < 0
        || Thread.currentThread().isInterrupted()) {
      return new NetworkState.Unsure(TouchPhrase.RESOLVER_NOT_YET.with());
    }
    return uplink.connects(timeForAddresses)
        ? new NetworkState.Unsure(TouchPhrase.RESOLVER_SILENT.with())
        : new NetworkState.Offline(TouchPhrase.NOBODY_ANSWERS.with());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
