package dev.upkeep.window.intake;

/// A text that was pasted or dropped. It may hold a password, so it says nothing of itself.
public final class Clip {
  private final String text;

  public Clip(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "Clip[" + text.length() + "]";
  }
}
