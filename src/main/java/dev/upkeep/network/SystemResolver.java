package dev.upkeep.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;

/// The JDK's resolver, thus the operating system's: hosts file, name servers, and a cache of some
/// seconds for names that are known.
final class SystemResolver implements Resolver {
  private static final String UNKNOWN_NAMES = "networkaddress.cache.negative.ttl";

  @Override
  public List<InetAddress> resolve(String name) throws UnknownHostException {
    forgetUnknownNames();
    return List.of(InetAddress.getAllByName(name));
  }

  /// What this computer calls itself.
  ///
  /// @throws UnknownHostException if it has no name that resolves
  static String ownName() throws UnknownHostException {
    forgetUnknownNames();
    return InetAddress.getLocalHost().getHostName();
  }

  /// The JDK would remember for 10 s that a name is unknown, and forget why: a second try after a
  /// name server's hiccup would be told that the name does not exist, without anybody asking. It
  /// reads this once, with the first lookup of the process. Packages have it in their runtime,
  /// since to set it takes as long as a touch.
  private static void forgetUnknownNames() {
    if (!"0".equals(Security.getProperty(UNKNOWN_NAMES))) {
      Security.setProperty(UNKNOWN_NAMES, "0");
    }
  }
}
