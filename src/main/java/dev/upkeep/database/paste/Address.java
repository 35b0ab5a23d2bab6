package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import java.util.Optional;

/// A Redis server as the text gives it, before the provider's rules are applied.
record Address(
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    Encryption encryption) {
  static final int DEFAULT_PORT = Endpoint.Redis.DEFAULT_PORT;

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
