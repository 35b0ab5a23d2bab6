package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `host:6379,password=…,ssl=True`, as StackExchange.Redis writes it
/// (https://stackexchange.github.io/StackExchange.Redis/Configuration).
final class OptionList {
  private OptionList() {}

  /// The address in such a text; empty for any other text.
  static Optional<Address> read(String text) {
    int comma = text.indexOf(',');
    if (comma < 0 || !text.toLowerCase(Locale.ROOT).contains(",password=")) {
      return Optional.empty();
    }
    return HostPort.parse(text.substring(0, comma)) instanceof Parsed.Good<HostPort>(var server)
            && server.port().isPresent()
            && server.rest().isEmpty()
        ? Optional.of(address(server, options(text.substring(comma + 1))))
        : Optional.empty();
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new HashMap<>();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int equals = text.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        String name = text.substring(start, equals).strip().toLowerCase(Locale.ROOT);
        options.putIfAbsent(name, text.substring(equals + 1, end).strip());
      }
      start = end + 1;
    }
    return options;
  }

  private static Address address(HostPort server, Map<String, String> options) {
    boolean tls = options.getOrDefault("ssl", "").equalsIgnoreCase("true");
    return new Address(
        server.host(),
        server.port().orElse(Address.DEFAULT_PORT),
        Optional.ofNullable(options.get("user")).filter(user -> !user.isEmpty()),
        Optional.ofNullable(options.get("password")).filter(password -> !password.isEmpty()),
        tls ? Encryption.ON : Encryption.UNSAID);
  }
}
