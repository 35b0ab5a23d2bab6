package dev.upkeep.window.editor;

import dev.upkeep.database.Secret;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a text that is pasted over a stored database brings: another connection, or a password
/// alone. Pure.
sealed interface Replacement {
  /// Everything stays as it is.
  record Nothing() implements Replacement {}

  /// A password or token for the place that it is at.
  record NewSecret(Secret secret) implements Replacement {}

  /// A whole connection; its place may be the same.
  record NewConnection(Found found) implements Replacement {}

  /// Something else.
  ///
  /// @param problems what is wrong with it; empty if it holds several databases
  record Unusable(List<ConnectionText.Problem> problems) implements Replacement {}

  /// Completes a token that came without its URL; the token goes nowhere else.
  String STAND_IN = "UPSTASH_REDIS_REST_URL=https://stand-in.upstash.io\n";

  /// Reads a text. A single word that is no address is a password.
  static Replacement of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return new Nothing();
    }
    ConnectionText.Reading reading = ConnectionText.read(text);
    if (reading.found().size() == 1 && reading.problems().isEmpty()) {
      Found found = reading.found().getFirst();
      // Nothing goes unencrypted because a text was silent.
      return new NewConnection(found.asksForTls() ? found.withTls(true) : found);
    }
    if (reading.found().size() > 1) {
      return new Unusable(List.of());
    }
    Set<Kind> kinds =
        reading.problems().stream().map(ConnectionText.Problem::kind).collect(Collectors.toSet());
    if (kinds.equals(Set.of(Kind.TOKEN_WITHOUT_URL))) {
      Optional<Secret> token = token(text);
      if (token.isPresent()) {
        return new NewSecret(token.get());
      }
    }
    if (kinds.equals(Set.of(Kind.NOTHING_FOUND))
        && stripped.chars().noneMatch(Character::isWhitespace)) {
      return new NewSecret(Secret.of(stripped));
    }
    return new Unusable(reading.problems());
  }

  private static Optional<Secret> token(String text) {
    List<Found> found = ConnectionText.read(STAND_IN + text).found();
    return found.size() == 1 ? found.getFirst().secret() : Optional.empty();
  }
}
