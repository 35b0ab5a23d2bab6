package dev.upkeep.control;

/// An address that the agent posts to and that is a secret: whoever knows it may post there, too.
public enum Integration {
  /// Told of everything that people are told.
  WEBHOOK("webhook"),
  /// Told, now and then, that the keeper is alive.
  HEARTBEAT("heartbeat");

  private final String word;

  Integration(String word) {
    this.word = word;
  }

  /// What it is called in settings and on the wire.
  public String word() {
    return word;
  }

  /// As in `upkeep settings webhook.url`.
  public String urlKey() {
    return word + ".url";
  }

  /// As in `upkeep settings webhook.test`.
  public String testKey() {
    return word + ".test";
  }

  /// The variable that wins over what is stored, in an agent without a desktop.
  public String variable() {
    return "UPKEEP_" + name() + "_URL";
  }
}
