package dev.upkeep.window.text;

/// Something that people read. Each part of the window has an enum of its own, and beside its class
/// one file of texts for each language, in which the constants are the keys.
public interface Text {
  /// The key.
  String name();

  /// The part of the window, whose name the files have.
  Class<?> getDeclaringClass();
}
