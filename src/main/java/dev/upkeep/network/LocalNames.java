package dev.upkeep.network;

import dev.upkeep.file.BoundedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells a public name that somebody has sent astray from one that is meant to lead to this
/// computer. Filters of names and networks that want a login first answer with 127.0.0.1 or
/// 0.0.0.0; whoever believed them would knock at a stranger's door, and tell it a password.
public final class LocalNames {
  private static final int HOSTS_FILE_BYTES = 4 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Names that a person has added, and that were verified, as ones of this computer. Static, as
  /// the names of a process's computer are.
  private static final Set<String> MEANT = ConcurrentHashMap.newKeySet();

  private LocalNames() {}

  /// Has a name lead to this computer, because that was verified.
  ///
  /// @return whether it may only since now
  public static boolean allow(String host) {
    return MEANT.add(folded(host));
  }

  /// Has a name not lead here any more.
  public static void forget(String host) {
    MEANT.remove(folded(host));
  }

  /// Whether these addresses of a public name are this computer's, all of them.
  public static boolean leadsHere(String host, List<InetAddress> addresses) {
    return PublicHosts.isPublicName(host)
        && addresses.stream().allMatch(a -> a.isLoopbackAddress() || a.isAnyLocalAddress());
  }

  /// A public name that leads only to this computer is not resolved, unless that is meant.
  static Resolver over(Resolver resolver) {
    return over(resolver, hostsFile());
  }

  static Resolver over(Resolver resolver, Path hostsFile) {
    return name -> {
      List<InetAddress> found = resolver.resolve(name);
      if (leadsHere(name, found) && !isMeant(name, hostsFile)) {
        throw new AstrayException(name);
      }
      return found;
    };
  }

  /// Somebody answers for a public name with this computer's own addresses.
  public static final class AstrayException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private AstrayException(String host) {
      super(host + " leads only to this computer itself");
    }
  }

  private static boolean isMeant(String name, Path hostsFile) {
    String wanted = folded(name);
    if (MEANT.contains(wanted)) {
      return true;
    }
    try {
      String text =
          new String(
              BoundedFile.read(hostsFile, HOSTS_FILE_BYTES, PATIENCE), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.replaceFirst("#.*", ""))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+", -1)).skip(1))
          .anyMatch(word -> folded(word).equals(wanted));
    } catch (IOException noHostsFile) {
      return false;
    }
  }

  private static Path hostsFile() {
    String windows = System.getenv("SystemRoot");
    return windows == null
        ? Path.of("/etc/hosts")
        : Path.of(windows, "System32", "drivers", "etc", "hosts");
  }

  private static String folded(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
