package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads `host:6379,password=…,ssl=True`, as StackExchange.Redis writes it
/// (https://stackexchange.github.io/StackExchange.Redis/Configuration), and `addr=host:6379,db=0`,
/// as Grafana does.
final class OptionList {
  private static final int MAX_ITEMS = 60;

  /// At least one of these makes such a list of a text with commas.
  private static final Set<String> TELLING =
      Set.of(
          "password",
          "ssl",
          "user",
          "abortconnect",
          "abortonconnectfail",
          "allowadmin",
          "connecttimeout",
          "defaultdatabase",
          "addr",
          "pool_size",
          "sslhost",
          "synctimeout",
          "asynctimeout",
          "keepalive",
          "connectretry",
          "responsetimeout",
          "sslprotocols");

  private OptionList() {}

  /// The address in such a text; empty for any other text.
  static Optional<Parsed<Address>> read(String text) {
    if (text.indexOf(',') < 0 || text.indexOf('=') < 0 || text.indexOf("://") >= 0) {
      return Optional.empty();
    }
    List<String> hosts = new ArrayList<>();
    List<Address.Option> options = new ArrayList<>();
    boolean telling = false;
    int items = 0;
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String item = text.substring(start, end).strip();
      start = end + 1;
      if (item.isEmpty()) {
        continue;
      }
      int equals = item.indexOf('=');
      String name = equals < 0 ? "" : item.substring(0, equals).strip();
      if (++items > MAX_ITEMS || (equals < 0 ? !isServer(item) : !isOptionName(name))) {
        return Optional.empty();
      }
      String value = item.substring(equals + 1).strip();
      if (value.startsWith("addr=")) {
        return Optional.empty(); // the name is the whole list's
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (!TELLING.contains(lower) && value.indexOf('(') >= 0 && equals >= 0) {
        return Optional.empty(); // a call with named arguments
      }
      telling |= TELLING.contains(lower);
      if (equals < 0 || lower.equals("addr")) {
        hosts.add(value);
      } else {
        options.add(new Address.Option(name, value));
      }
    }
    boolean list = telling && !hosts.isEmpty() && !options.isEmpty();
    return list ? Optional.of(address(hosts, options)) : Optional.empty();
  }

  /// Whether a line is such a list, with nothing else on it.
  static boolean isLine(String line) {
    return read(line).isPresent();
  }

  private static Parsed<Address> address(List<String> hosts, List<Address.Option> options) {
    if (hosts.size() > 1) {
      return new Parsed.Bad<>(PasteProblems.CLUSTER);
    }
    Parsed<HostPort> server = HostPort.parse(HostPort.bracketed(hosts.getFirst()));
    return server.fold(
        Parsed.Bad::new,
        good ->
            good.rest().isEmpty()
                ? new Parsed.Good<>(
                    new Address(
                        good.host(),
                        port(good, options),
                        Optional.empty(),
                        Optional.empty(),
                        Encryption.UNSAID,
                        options))
                : new Parsed.Bad<>(PasteProblems.BAD_HOST));
  }

  /// Without a port an encrypted connection goes to 6380.
  private static OptionalInt port(HostPort server, List<Address.Option> options) {
    boolean tls =
        options.stream()
            .anyMatch(o -> o.name().equalsIgnoreCase("ssl") && o.value().equalsIgnoreCase("true"));
    boolean azure = server.host().toLowerCase(Locale.ROOT).endsWith(".redis.cache.windows.net");
    return server.port().isEmpty() && (tls || azure) ? OptionalInt.of(6380) : server.port();
  }

  private static boolean isServer(String item) {
    return item.length() < 300
        && HostPort.parse(HostPort.bracketed(item)) instanceof Parsed.Good<HostPort>(var server)
        && server.rest().isEmpty();
  }

  private static boolean isOptionName(String name) {
    return !name.isEmpty()
        && name.length() <= 40
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == ' ');
  }
}
