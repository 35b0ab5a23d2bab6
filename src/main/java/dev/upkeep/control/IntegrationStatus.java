package dev.upkeep.control;

import dev.upkeep.language.Sentence;
import java.util.Optional;

/// What may be known of an outlet: never its address.
///
/// @param host the part of the address that may be shown; empty unless it is set
/// @param fromEnvironment whether the address comes from a variable of the agent's environment
/// @param problem why it is not known whether it is set, or why the last delivery failed, as a
///   sentence
public record IntegrationStatus(
    Integration outlet,
    State state,
    Optional<String> host,
    boolean fromEnvironment,
    Optional<Sentence> problem) {

  /// Whether there is an address.
  public enum State {
    SET,
    NOT_SET,
    /// The secret store does not tell.
    UNKNOWN
  }

  /// In words for people: `set (hooks.slack.com)`, `not set`.
  public String text() {
    return switch (state) {
      case SET -> "set (" + host.orElse("?") + ")" + (fromEnvironment ? ", " + variable() : "");
      case NOT_SET -> "not set";
      case UNKNOWN -> "not known";
    };
  }

  private String variable() {
    return "from " + outlet.variable();
  }
}
