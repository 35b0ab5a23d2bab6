package dev.upkeep.touch.conversation;

import dev.upkeep.language.TouchPhrase;
import java.util.List;

/// What a server said to one command, in either protocol.
public sealed interface Reply {
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
  ///
  /// @param items the texts in a list
  record Unexpected(TouchPhrase what, List<String> items) implements Reply {
    public Unexpected(TouchPhrase what) {
      this(what, List.of());
    }
  }
}
