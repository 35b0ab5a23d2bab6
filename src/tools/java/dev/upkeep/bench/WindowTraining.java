package dev.upkeep.bench;

import dev.upkeep.control.AgentApi;
import dev.upkeep.testing.Signals;
import dev.upkeep.testing.Wait;
import dev.upkeep.testing.Xvfb;
import java.time.Duration;
import java.util.Optional;

/// Opens the window, looks at the databases and at a history, and closes it, as a person does,
/// while the window's Java learns what to put into its AOT cache. For the build. Needs Xvfb.
public final class WindowTraining {
  private static final Duration STILL = Duration.ofMillis(700);
  private static final Duration NEARLY_NOTHING = Duration.ofMillis(50);
  private static final Duration AT_LEAST = Duration.ofMillis(500);
  private static final long TO_WRITE_IT_SECONDS = 120;

  private WindowTraining() {}

  /// Trains.
  ///
  /// @param arguments the launcher of a program whose window learns
  public static void main(String[] arguments) throws Exception {
    try (Xvfb screen = Xvfb.start();
        BenchHome home = BenchHome.with(8, 8_000, screen.environment());
        AgentApi agent = home.start(arguments[0], "agent")) {
      agent.show(Optional.empty());
      ProcessHandle window =
          Wait.until("window", () -> home.agent().toHandle().children().findFirst());
      awaitStill(window, AT_LEAST);
      agent.show(Optional.of(agent.snapshot().databases().getFirst().database().id()));
      awaitStill(window, computed(window));
      Signals.end(window, TO_WRITE_IT_SECONDS);
    }
    System.exit(0);
  }

  /// Waits until the window does nothing any more: everything that was asked for is to be seen.
  ///
  /// @param before it has computed more than this
  private static void awaitStill(ProcessHandle window, Duration before)
      throws InterruptedException {
    Wait.until("window at work", () -> computed(window).compareTo(before) > 0);
    Duration last = Duration.ZERO;
    Duration now = computed(window);
    while (now.minus(last).compareTo(NEARLY_NOTHING) > 0) {
      last = now;
      Thread.sleep(STILL);
      now = computed(window);
    }
  }

  private static Duration computed(ProcessHandle window) {
    return window
        .info()
        .totalCpuDuration()
        .filter(_ -> window.isAlive())
        .orElseThrow(() -> new IllegalStateException("the window has ended"));
  }
}
