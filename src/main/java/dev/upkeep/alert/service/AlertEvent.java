package dev.upkeep.alert.service;

import java.util.Arrays;
import java.util.Optional;

/// What can be told of a database, in the words that programs and settings have for it.
public enum AlertEvent {
  DOWN("database.down"),
  RECOVERED("database.recovered"),
  CREDENTIALS("credentials.rejected"),
  MISSING("database.missing"),
  MARGIN("margin.low"),
  REMINDER("reminder"),
  SECRET("secret.unavailable"),
  FULL("database.full"),
  CERTIFICATE("certificate.expiring"),
  ACCOUNT("account.news");

  private final String word;

  AlertEvent(String word) {
    this.word = word;
  }

  /// The same for ever.
  public String word() {
    return word;
  }

  /// The event that is called so.
  public static Optional<AlertEvent> of(String word) {
    return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
  }
}
