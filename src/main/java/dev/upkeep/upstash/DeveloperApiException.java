package dev.upkeep.upstash;

import java.time.Duration;
import java.util.Optional;

/// An account could not be listed. The message is one or more sentences that say what to do; it
/// holds nothing of the account, and nothing that the server sent but a status and a time.
public final class DeveloperApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final Duration retryAfter;

  /// Why, as far as a caller acts on it differently.
  public enum Kind {
    /// The e-mail and the API key are not accepted.
    REJECTED,
    /// Asked too often.
    TOO_OFTEN,
    /// There is no way there, or nobody answered in time: perhaps this computer is offline.
    UNREACHABLE,
    /// Somebody is there, but does not answer as the Developer API does.
    UNUSABLE
  }

  DeveloperApiException(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  DeveloperApiException(Kind kind, String message, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter.orElse(Duration.ZERO);
  }

  /// How long the server wants not to be asked again, as far as it says.
  public Optional<Duration> retryAfter() {
    return Optional.of(retryAfter).filter(Duration::isPositive);
  }

  public Kind kind() {
    return kind;
  }
}
