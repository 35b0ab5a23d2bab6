package dev.upkeep.touch.protocol;

import dev.upkeep.language.TouchPhrase;

/// What a server said to one command, in either protocol.
sealed interface Reply {
  record Text(String value) implements Reply {}

  record Nil() implements Reply {}

  /// An error reply as the server sent it: foreign text that may quote a secret. Shown to nobody
  /// before it went through [ForeignText].
  record Refusal(String foreign) implements Reply {
    @Override
    public String toString() {
      return "Refusal[…]";
    }
  }

  /// A number, a list or anything else that none of our commands is answered with.
  record Unexpected(TouchPhrase what) implements Reply {}
}
