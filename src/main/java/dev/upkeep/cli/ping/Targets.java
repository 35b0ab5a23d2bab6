package dev.upkeep.cli.ping;

import java.util.List;
import java.util.function.Supplier;

/// Small questions to a list of targets.
public final class Targets {
  private Targets() {}

  /// Their hosts, for proving that this computer is offline.
  public static Supplier<List<String>> hosts(List<Target> targets) {
    List<String> hosts = targets.stream().map(t -> t.database().endpoint().host()).toList();
    return () -> hosts;
  }
}
