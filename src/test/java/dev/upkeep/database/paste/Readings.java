package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.paste.ConnectionText.Reading;
import java.util.List;

/// Shorthand for what a pasted text is expected to be read as.
final class Readings {
  private Readings() {}

  static List<Found> found(String text) {
    return ConnectionText.read(text).found();
  }

  /// The only database of a text without problems.
  static Found only(String text) {
    Reading reading = ConnectionText.read(text);
    assertThat(reading.problems()).as("problems of: %s", text).isEmpty();
    assertThat(reading.found()).as("found in: %s", text).hasSize(1);
    return reading.found().getFirst();
  }

  /// `rediss://user:secret@host:port`, or `https://host secret`, with ` read` for read-only.
  static String summary(Found found) {
    String secret = found.secret().map(Secret::reveal).orElse("");
    String mode = found.mode() == TouchMode.WRITE ? "" : " read";
    return switch (found.endpoint()) {
      case Endpoint.Redis redis ->
          (redis.tls() ? "rediss://" : "redis://")
              + redis.user().orElse("")
              + ":"
              + secret
              + "@"
              + redis.hostAndPort()
              + mode;
      case Endpoint.Rest rest -> rest.base() + " " + secret + mode;
    };
  }

  static List<String> summaries(String text) {
    return found(text).stream().map(Readings::summary).toList();
  }

  /// The kinds of problems of a text in which nothing is found.
  static List<Kind> problems(String text) {
    Reading reading = ConnectionText.read(text);
    assertThat(reading.found()).as("found in: %s", text).isEmpty();
    return reading.problems().stream().map(Problem::kind).toList();
  }

  static List<String> sentences(String text) {
    return ConnectionText.read(text).problems().stream()
        .map(problem -> problem.sentence().english())
        .toList();
  }
}
