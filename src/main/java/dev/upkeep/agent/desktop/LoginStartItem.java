package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.LoginStartStatus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The tick beside "Start at login": what the system had when it was last asked. Asking may take
/// seconds, so it happens in the background, each time somebody looks. Callable from any thread.
final class LoginStartItem implements Supplier<Optional<Boolean>> {
  private final Asked asked;
  private final Runnable changed;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Optional<Boolean> seen = Optional.empty();

  /// How the system is asked; may block.
  @FunctionalInterface
  interface Asked {
    LoginStartStatus status() throws AgentException;
  }

  /// Knows nothing yet.
  ///
  /// @param changed run in the background when the answer is another than before
  LoginStartItem(Asked asked, Runnable changed) {
    this.asked = asked;
    this.changed = changed;
  }

  /// Whether Upkeep starts at login; empty where that is not known or not offered.
  @Override
  public Optional<Boolean> get() {
    ask();
    return seen;
  }

  private void ask() {
    if (asking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("login start")
          .start(() -> {
            Optional<Boolean> before = seen;
            seen = answer();
            asking.set(false);
            if (!before.equals(seen)) {
              changed.run();
            }
          });
    }
  }

  private Optional<Boolean> answer() {
    try {
      return switch (asked.status().state()) {
        case ON -> Optional.of(true);
        case OFF, DISABLED_BY_SYSTEM, ELSEWHERE -> Optional.of(false);
        case UNAVAILABLE -> Optional.empty();
      };
    } catch (AgentException notTold) {
      return Optional.empty();
    }
  }
}
