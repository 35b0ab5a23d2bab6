package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.foreign.ForeignText;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One attempt at a touch and what it has learnt so far. Used by one thread.
final class Attempt {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);

  /// Whether the commands share a round trip, or go one by one so that each has its own time.
  enum Pace {
    PIPELINED,
    STEP_BY_STEP
  }

  private final TouchRequest request;
  private final Instant at;
  private final Deadline deadline;
  private final Pace pace;
  private final RungListener listener;
  private final ForeignText foreign;
  private final Map<Rung, Duration> timings = new EnumMap<>(Rung.class);
  private Optional<Certificate> certificate = Optional.empty();

  Attempt(TouchRequest request, Instant at, Deadline deadline, Pace pace, RungListener listener) {
    this.request = request;
    this.at = at;
    this.deadline = deadline;
    this.pace = pace;
    this.listener = listener;
    this.foreign = ForeignText.without(request.secret());
  }

  TouchRequest request() {
    return request;
  }

  Database database() {
    return request.database();
  }

  /// The stamp of this attempt.
  Stamp stamp() {
    return new Stamp(at, request.label());
  }

  Deadline deadline() {
    return deadline;
  }

  Pace pace() {
    return pace;
  }

  /// A server's text as it may be shown.
  String shown(String serverText) {
    return foreign.clean(serverText);
  }

  /// Records that a rung was reached after the time since `startNanos` ([System#nanoTime()]).
  void reached(Rung rung, long startNanos, Optional<Sentence> detail) {
    reached(rung, Duration.ofNanos(System.nanoTime() - startNanos), detail);
  }

  void reached(Rung rung, Duration took, Optional<Sentence> detail) {
    timings.merge(rung, took, Duration::plus);
    listener.reached(rung, took, detail);
  }

  /// Whether somebody hears what was seen at a rung; else it is not worth the words.
  boolean isWatched() {
    return !listener.equals(RungListener.NONE);
  }

  void saw(Certificate newCertificate) {
    certificate = Optional.of(newCertificate);
  }

  Timings timings() {
    return new Timings(timings);
  }

  Optional<Certificate> certificate() {
    return certificate;
  }
}
