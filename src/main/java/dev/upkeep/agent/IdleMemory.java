package dev.upkeep.agent;

import dev.upkeep.schedule.AgentThread;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Gives back what those who watched have made the agent hold: an idle one would keep it for days.
/// Owned by the agent's thread: every method is called there.
final class IdleMemory {
  /// Their connections are done with by then, and another window may already be open.
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final AgentThread thread;
  private final Runnable giveBack;
  private AgentThread.@Nullable Wake wake;

  /// Nothing is given back before somebody has gone.
  ///
  /// @param giveBack may take some milliseconds, in which nothing else happens
  IdleMemory(AgentThread thread, Runnable giveBack) {
    this.thread = thread;
    this.giveBack = giveBack;
  }

  /// Somebody who watched has gone.
  void gone() {
    stop();
    wake = thread.after(PAUSE, giveBack);
  }

  /// Gives back nothing more.
  void stop() {
    if (wake != null) {
      wake.cancel();
    }
  }
}
