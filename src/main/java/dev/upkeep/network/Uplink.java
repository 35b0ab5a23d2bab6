package dev.upkeep.network;

import java.time.Duration;

/// What the operating system knows about the way out, below names.
public interface Uplink {
  /// Whether an interface other than loopback is up and has an address that is not link-local.
  boolean hasInterface();

  /// Whether the routing table knows a way to public addresses. Sends nothing.
  boolean hasRoute();

  /// Whether any public address accepts a connection; returns after that time at the latest.
  boolean connects(Duration atMost);
}
