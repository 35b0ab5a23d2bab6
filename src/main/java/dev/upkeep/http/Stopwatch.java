package dev.upkeep.http;

import java.time.Duration;
import java.util.Optional;

/// Takes the times of one send. The client's threads report one after the other, never two at once,
/// so it is enough that each sees what the one before has written.
final class Stopwatch {
  private volatile SendTimings timings = SendTimings.NONE;
  private volatile long mark = System.nanoTime();

  SendTimings timings() {
    return timings;
  }

  void begin() {
    timings = SendTimings.NONE;
    mark = System.nanoTime();
  }

  void resolved() {
    timings = new SendTimings(lap(), timings.connect(), timings.tls(), timings.exchange());
  }

  void connecting() {
    mark = System.nanoTime();
  }

  void connected() {
    timings = new SendTimings(timings.resolve(), lap(), timings.tls(), timings.exchange());
  }

  void secured() {
    timings = new SendTimings(timings.resolve(), timings.connect(), lap(), timings.exchange());
  }

  void answered() {
    timings = new SendTimings(timings.resolve(), timings.connect(), timings.tls(), lap());
  }

  private Optional<Duration> lap() {
    long now = System.nanoTime();
    Duration lap = Duration.ofNanos(now - mark);
    mark = now;
    return Optional.of(lap);
  }
}
