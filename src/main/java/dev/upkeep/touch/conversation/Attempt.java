package dev.upkeep.touch.conversation;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.ServerFacts;
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
public final class Attempt {
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  public static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);

  /// Whether the commands share a round trip, or go one by one so that each has its own time.
  public enum Pace {
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
  private Database database;
  private Optional<ServerFacts> server = Optional.empty();
  private Optional<Certificate> certificate = Optional.empty();

  public Attempt(
      TouchRequest request, Instant at, Deadline deadline, Pace pace, RungListener listener) {
    this.request = request;
    this.database = request.database();
    this.at = at;
    this.deadline = deadline;
    this.pace = pace;
    this.listener = listener;
    this.foreign = ForeignText.without(request.secret());
  }

  public TouchRequest request() {
    return request;
  }

  public Database database() {
    return database;
  }

  /// From now on the database is where a Sentinel has said.
  public void leadTo(Endpoint.Redis master) {
    database = database.edit().endpoint(master).done();
  }

  /// Whether we were led there.
  public boolean isLed() {
    return !database.endpoint().equals(request.database().endpoint());
  }

  /// The stamp of this attempt.
  public Stamp stamp() {
    return new Stamp(at, request.label());
  }

  public Deadline deadline() {
    return deadline;
  }

  public Pace pace() {
    return pace;
  }

  /// A server's text as it may be shown.
  public String shown(String serverText) {
    return foreign.clean(serverText);
  }

  /// Records that a rung was reached after the time since `startNanos` ([System#nanoTime()]).
  public void reached(Rung rung, long startNanos, Optional<Sentence> detail) {
    reached(rung, Duration.ofNanos(System.nanoTime() - startNanos), detail);
  }

  public void reached(Rung rung, Duration took, Optional<Sentence> detail) {
    timings.merge(rung, took, Duration::plus);
    listener.reached(rung, took, detail);
  }

  /// Whether somebody hears what was seen at a rung; else it is not worth the words.
  public boolean isWatched() {
    return !listener.equals(RungListener.NONE);
  }

  public void saw(Certificate newCertificate) {
    certificate = Optional.of(newCertificate);
  }

  /// Records what the server says that it is.
  void saw(ServerFacts facts, Duration took) {
    server = Optional.of(facts);
    reached(
        Rung.SERVER,
        took,
        isWatched() ? Optional.of(Sentence.verbatim(facts.text())) : Optional.empty());
  }

  public Optional<ServerFacts> server() {
    return server;
  }

  public Timings timings() {
    return new Timings(timings);
  }

  public Optional<Certificate> certificate() {
    return certificate;
  }
}
