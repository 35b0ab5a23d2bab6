package dev.upkeep.json;

/// The text is not the JSON that was expected. Checked, because texts come from servers, files and
/// people: whoever reads one decides what a bad one means.
///
/// The message says what is wrong and where, as line and column from 1, and never quotes the text,
/// which may hold secrets; for the same reason there is no cause.
public final class JsonException extends Exception {
  public JsonException(String message) {
    super(message);
  }
}
