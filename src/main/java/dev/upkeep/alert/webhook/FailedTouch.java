package dev.upkeep.alert.webhook;

import dev.upkeep.database.Database;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Instant;

/// What a webhook tells about a touch that failed.
///
/// @param database its name, as foreign as any other text here
/// @param message one sentence
/// @param advice one or two sentences
/// @param at when the touch began
public record FailedTouch(
    String database, String host, FailureKind kind, String message, String advice, Instant at) {

  public static FailedTouch of(Database database, Outcome.Failed failure, Instant at) {
    return new FailedTouch(
        database.name(),
        database.endpoint().host(),
        failure.kind(),
        failure.message().english(),
        failure.advice().english(),
        at);
  }

  /// Which database and what happened, in one sentence.
  String summary() {
    return "Upkeep could not touch " + database + " (" + host + "): " + message;
  }
}
