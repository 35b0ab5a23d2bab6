package dev.upkeep.database.paste;

import java.util.Optional;

/// A Redis server as the text gives it, before the provider's rules are applied.
public record Address(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    Encryption encryption) {
  public static final int DEFAULT_PORT = 6379;

  enum Encryption {
    ON,
    OFF,
    UNSAID
  }

  Address withPassword(Optional<String> newPassword) {
    return new Address(host, port, user, newPassword, encryption);
  }

  Address withUser(Optional<String> newUser) {
    return new Address(host, port, newUser, password, encryption);
  }

  Address withEncryption(Encryption newEncryption) {
    return new Address(host, port, user, password, newEncryption);
  }

  @Override
  public String toString() {
    return "Address of " + host + ":" + port;
  }
}
