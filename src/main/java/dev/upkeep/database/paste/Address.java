package dev.upkeep.database.paste;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A Redis server as one part of the text gives it, before other parts and the provider's rules are
/// applied.
///
/// @param options what the query of a URL or the rest of a list says, by name
record Address(
    String host,
    OptionalInt givenPort,
    Optional<String> user,
    Optional<String> password,
    Encryption encryption,
    List<Option> options) {
  static final int DEFAULT_PORT = 6379;

  enum Encryption {
    /// It is asked for.
    ON,
    /// It is ruled out, or plain `redis://` was chosen.
    OFF,
    /// Nothing says anything about it.
    UNSAID,
    /// Something speaks of it, but not clearly.
    OPEN
  }

  /// @param value never printed
  record Option(String name, String value) {
    @Override
    public String toString() {
      return name + "=••••";
    }
  }

  Address(String host, OptionalInt port, Encryption encryption) {
    this(host, port, Optional.empty(), Optional.empty(), encryption, List.of());
  }

  int port() {
    return givenPort.orElse(DEFAULT_PORT);
  }

  @Override
  public String toString() {
    return "Address of " + host + ":" + port();
  }
}
