package dev.upkeep.window.page;

import dev.upkeep.window.text.Texts;
import dev.upkeep.window.text.TimeWords;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/// Time as the window needs it, all on its thread: the moment, a beat for what is told relative to
/// it, and waiting.
///
/// @param clock the wall clock
/// @param timer waits and beats
public record WindowTime(InstantSource clock, ZoneId zone, Timer timer) {

  /// The present moment, in words of a language.
  public TimeWords moments(Texts texts) {
    return new TimeWords(clock.instant(), zone, texts);
  }

  /// Waiting on the window's thread.
  public interface Timer {
    /// Runs an action once, after a time; ended by closing.
    Waiting after(Duration time, Runnable action);

    /// Runs an action again and again, a time apart; ended by closing.
    Waiting every(Duration time, Runnable action);
  }

  /// Something that is waited for.
  @FunctionalInterface
  public interface Waiting extends AutoCloseable {
    @Override
    void close();
  }
}
