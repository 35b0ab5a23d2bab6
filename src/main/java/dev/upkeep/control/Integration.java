package dev.upkeep.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An address that the agent posts to and that is a secret: whoever knows it may post there, too.
public final class Integration {
  /// Told of everything that people are told.
  public static final Integration WEBHOOK = new Integration(Kind.WEBHOOK, "webhook");

  /// Told, now and then, that the keeper is alive.
  public static final Integration HEARTBEAT = new Integration(Kind.HEARTBEAT, "heartbeat");

  /// The password of whoever hands letters in, which is no address, but kept as one.
  public static final Integration MAIL = new Integration(Kind.MAIL, "mail");

  private static final Pattern CHANNEL = Pattern.compile("webhook\\.[a-z0-9-]{1,20}");

  private final Kind kind;
  private final String word;

  /// What is sent there.
  public enum Kind {
    WEBHOOK,
    HEARTBEAT,
    MAIL
  }

  private Integration(Kind kind, String word) {
    this.kind = kind;
    this.word = word;
  }

  /// Those that there always are.
  public static List<Integration> values() {
    return List.of(WEBHOOK, HEARTBEAT);
  }

  /// A further webhook.
  ///
  /// @param name of a channel in the settings
  public static Integration channel(String name) {
    return new Integration(Kind.WEBHOOK, WEBHOOK.word + "." + name);
  }

  /// That of this word.
  public static Optional<Integration> of(String word) {
    return Stream.of(WEBHOOK, HEARTBEAT, MAIL)
        .filter(one -> one.word.equals(word))
        .findFirst()
        .or(() ->
            CHANNEL.matcher(word).matches()
                ? Optional.of(new Integration(Kind.WEBHOOK, word))
                : Optional.empty());
  }

  public Kind kind() {
    return kind;
  }

  /// The name of a further webhook.
  public Optional<String> channel() {
    return kind == Kind.WEBHOOK && word.length() > WEBHOOK.word.length()
        ? Optional.of(word.substring(WEBHOOK.word.length() + 1))
        : Optional.empty();
  }

  /// What it is called in settings and on the wire.
  public String word() {
    return word;
  }

  /// As in `upkeep settings webhook.url`, or `mail.password`.
  public String urlKey() {
    return word + (kind == Kind.MAIL ? ".password" : ".url");
  }

  /// As in `upkeep settings webhook.test`.
  public String testKey() {
    return word + ".test";
  }

  /// The variable that wins over what is stored, in an agent without a desktop.
  public String variable() {
    return "UPKEEP_" + word.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "_URL";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Integration one && one.word.equals(word);
  }

  @Override
  public int hashCode() {
    return word.hashCode();
  }

  /// Its word, which is its form on the wire.
  @Override
  public String toString() {
    return word;
  }
}
