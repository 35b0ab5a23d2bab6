package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.VariableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the options of `redis-cli` (https://redis.io/docs/latest/develop/tools/cli/).
final class RedisCli {
  private static final Map<String, String> WITH_VALUE =
      Map.ofEntries(
          Map.entry("-h", "host"),
          Map.entry("-p", "port"),
          Map.entry("-a", "password"),
          Map.entry("--pass", "password"),
          Map.entry("--user", "user"),
          Map.entry("-u", "url"),
          Map.entry("--uri", "url"),
          Map.entry("-n", "index"),
          Map.entry("-s", "socket"));

  private RedisCli() {}

  /// Whether these words were a connection; `redis-cli` alone is only a word in a sentence.
  static boolean read(List<String> words, int position, Findings findings) {
    Map<String, String> options = options(words);
    if (!options.containsKey("url") && !options.containsKey("host")) {
      return incomplete(options, findings);
    }
    if (options.containsKey("socket")) {
      findings.problem(PasteProblems.UNIX_SOCKET);
    } else if (!options.getOrDefault("index", "0").equals("0")) {
      findings.problem(PasteProblems.OTHER_INDEX);
    } else {
      Parsed<Address> address = options.containsKey("url") ? byUrl(options) : byHost(options);
      switch (address) {
        case Parsed.Bad<Address>(Problem problem) -> findings.problem(problem);
        case Parsed.Good<Address>(Address good) ->
            findings.redis(position, complete(good, options), VariableName.NONE);
      }
    }
    return true;
  }

  private static boolean incomplete(Map<String, String> options, Findings findings) {
    if (options.containsKey("socket")) {
      findings.problem(PasteProblems.UNIX_SOCKET);
    } else if (options.containsKey("password")) {
      findings.problem(PasteProblems.HOST_MISSING);
    } else {
      return false;
    }
    return true;
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = WITH_VALUE.get(equals > 0 ? word.substring(0, equals) : word);
      if (word.equals("--tls")) {
        options.put(word, "");
      } else if (name != null && equals > 0) {
        options.putIfAbsent(name, word.substring(equals + 1));
      } else if (name != null && i + 1 < words.size()) {
        i++;
        options.putIfAbsent(name, words.get(i));
      }
    }
    return options;
  }

  private static Parsed<Address> byUrl(Map<String, String> options) {
    String url = options.getOrDefault("url", "");
    List<String> urls = RedisUrl.in(url);
    if (!urls.isEmpty()) {
      return RedisUrl.parse(urls.getFirst());
    }
    return new Parsed.Bad<>(
        switch (Disguise.of(url, false)) {
          case MASK -> PasteProblems.MASKED;
          case PLACEHOLDER -> PasteProblems.PLACEHOLDER;
          case NONE -> PasteProblems.SCHEME_MISSING;
        });
  }

  private static Parsed<Address> byHost(Map<String, String> options) {
    String port = options.containsKey("port") ? ":" + options.get("port") : "";
    String host = options.getOrDefault("host", "");
    boolean bareIpv6 = host.chars().filter(c -> c == ':').count() > 1 && !host.startsWith("[");
    return switch (HostPort.parse((bareIpv6 ? "[" + host + "]" : host) + port)) {
      case Parsed.Bad<HostPort>(Problem problem) -> new Parsed.Bad<>(problem);
      case Parsed.Good<HostPort>(HostPort server) ->
          new Parsed.Good<>(
              new Address(
                  server.host(),
                  server.port().orElse(Address.DEFAULT_PORT),
                  Optional.empty(),
                  Optional.empty(),
                  Encryption.OFF));
    };
  }

  private static Address complete(Address address, Map<String, String> options) {
    Optional<String> password = address.password().or(() -> option(options, "password"));
    Optional<String> user = address.user().or(() -> option(options, "user"));
    Encryption encryption = options.containsKey("--tls") ? Encryption.ON : address.encryption();
    return address.withPassword(password).withUser(user).withEncryption(encryption);
  }

  private static Optional<String> option(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isEmpty());
  }
}
