package dev.upkeep.agent.metrics;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a request that reached the loopback address was meant for it. A page in a browser may
/// ask a name of its own that suddenly leads to this computer (DNS rebinding) and would read the
/// answer; its name is in the Host header then.
final class LoopbackHost {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(?:localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1])(?::[0-9]{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private LoopbackHost() {}

  /// Also when there is no such header, which no browser leaves out.
  static boolean named(Optional<String> host) {
    return host.isEmpty() || LOOPBACK.matcher(host.get().strip()).matches();
  }
}
