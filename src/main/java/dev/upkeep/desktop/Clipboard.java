package dev.upkeep.desktop;

/// The desktop's clipboard, for text that is no secret.
public interface Clipboard {
  /// Puts a text on it. May take a second: not for the agent's thread.
  ///
  /// @return whether it is there now; a desktop without a clipboard that we could use is normal
  boolean put(String text);
}
