package dev.upkeep.database.token;

/// A value in a text, with the name it was given and the place it stands in.
///
/// @param text never printed: it may be a secret
/// @param position its offset in the cleaned text
/// @param span where it stands in the cleaned text, its name included
public record Word(
    String text, VariableName name, Scope scope, int position, Style style, Span span) {
  /// From `start` to before `end`.
  public record Span(int start, int end) {}

  /// One without a name before it.
  public Word(String text, VariableName name, Scope scope, int position, Style style) {
    this(text, name, scope, position, style, new Span(position, position + text.length()));
  }

  public enum Style {
    QUOTED,
    PLAIN,
    /// A variable or an expression of code, whose value is elsewhere.
    REFERENCE,
    /// `None`, `null`, `~`: that there is none.
    NULL,
    /// A bracket or a block that has values of its own.
    GROUP,
    /// Text whose quotes or escapes can be taken in more than one way.
    UNCLEAR
  }

  public boolean named() {
    return !name.text().isEmpty();
  }

  public Role role() {
    return name.role();
  }

  public Word withName(VariableName newName, Scope newScope) {
    return new Word(text, newName, newScope, position, style, span);
  }

  public Word withText(String newText) {
    return new Word(newText, name, scope, position, style, span);
  }

  public Word withStyle(Style newStyle) {
    return new Word(text, name, scope, position, newStyle, span);
  }

  Word withSpan(Span newSpan) {
    return new Word(text, name, scope, position, style, newSpan);
  }

  /// Whether it is a value, rather than a word for one.
  public boolean isValue() {
    return style == Style.QUOTED || style == Style.PLAIN;
  }

  /// Whether the name, or the call or object around it, speaks of Redis.
  public boolean telling() {
    return name.telling() || (!name.foreign() && scope.telling());
  }

  /// Whether nothing around the value says that it is about something else.
  public boolean neutral() {
    return name.prefix().isEmpty() && !name.foreign() && scope.neutral();
  }

  /// Whether it is said to be another service's.
  public boolean foreign() {
    return name.foreign() || (!name.telling() && scope.foreign());
  }

  @Override
  public String toString() {
    return name.text() + "=••••";
  }
}
