package dev.upkeep.desktop.linux.secrets;

import java.util.Map;

/// By what an entry is found. These two attributes, and this label, are what java-keyring gave its
/// entries: what people stored through it is found, and nothing has to move.
public record SecretEntry(String service, String account) {
  Map<String, String> attributes() {
    return Map.of("service", service, "account", account);
  }

  String label() {
    return service + "|" + account;
  }
}
