package dev.upkeep.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns a name into addresses.
@FunctionalInterface
public interface Resolver {
  /// The operating system's.
  Resolver SYSTEM = LocalNames.over(new SystemResolver());

  /// Looks a name up; may block for as long as the system pleases.
  ///
  /// @throws UnknownHostException when there is no such name, and also when nobody could tell
  List<InetAddress> resolve(String name) throws UnknownHostException;
}
