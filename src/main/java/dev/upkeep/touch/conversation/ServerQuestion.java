package dev.upkeep.touch.conversation;

import dev.upkeep.language.ServerPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.ServerFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Asks a server what it is, with `INFO`; nothing depends on the answer but what is told.
final class ServerQuestion {
  private static final String SENTINEL = "sentinel";
  private static final int LONGEST_WORD = 40;

  /// Products that say nothing in `server_name`, and take the version of the Redis that they follow
  /// for `redis_version`.
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "dragonfly", "Dragonfly",
          "keydb", "KeyDB",
          "kvrocks", "Kvrocks",
          "garnet", "Garnet",
          "upstash", "Upstash");

  private ServerQuestion() {}

  /// Empty if it does not say, or may not be asked. Never fails a touch that has its proof.
  static Optional<ServerFacts> ask(Transport transport, Attempt attempt) {
    try {
      List<Reply> replies =
          transport.send(List.of(List.of("INFO", "server"), List.of("INFO", "replication")));
      StringBuilder text = new StringBuilder();
      for (Reply reply : replies) {
        if (reply instanceof Reply.Text info) {
          text.append(info.value()).append('\n');
        }
      }
      return facts(text.toString(), attempt);
    } catch (TouchFailure notToBeAsked) {
      return Optional.empty();
    }
  }

  /// What is said of one that did not know the commands that every database knows: that it is a
  /// Sentinel, which only knows where the master is.
  static Optional<TouchFailure> noDatabase(Transport transport, Attempt attempt)
      throws TouchFailure {
    Reply info = transport.send(List.of(List.of("INFO", "server"))).getFirst();
    if (info instanceof Reply.Text text
        && facts(text.value(), attempt).flatMap(ServerFacts::mode).equals(Optional.of(SENTINEL))) {
      return Optional.of(
          TouchFailure.lasting(
              FailureKind.SERVER,
              ServerPhrase.SENTINEL.with(attempt.database().endpoint().hostAndPort()),
              ServerPhrase.SENTINEL_ADVICE.with()));
    }
    return Optional.empty();
  }

  /// Reads the answer to `INFO`.
  static Optional<ServerFacts> facts(String info, Attempt attempt) {
    Map<String, String> fields = new HashMap<>();
    for (String line : info.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 1));
      }
    }
    String product = "Redis";
    Optional<String> version = word(fields, "redis_version", attempt);
    Optional<String> named = word(fields, "server_name", attempt);
    if (named.isPresent()) {
      product = capital(named.get());
      Optional<String> followed = version;
      version = word(fields, named.get() + "_version", attempt).or(() -> followed);
    }
    for (Map.Entry<String, String> known : PRODUCTS.entrySet()) {
      Optional<String> own = word(fields, known.getKey() + "_version", attempt);
      if (own.isPresent()) {
        product = known.getValue();
        version = own;
      }
    }
    if (version.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> mode =
        word(fields, "redis_mode", attempt).or(() -> word(fields, "server_mode", attempt));
    Optional<String> role =
        word(fields, "role", attempt).map(said -> said.equals("slave") ? "replica" : said);
    return Optional.of(new ServerFacts(product, version.get(), mode, role));
  }

  private static Optional<String> word(Map<String, String> fields, String name, Attempt attempt) {
    return Optional.ofNullable(fields.get(name))
        .map(String::strip)
        .filter(said -> !said.isEmpty() && said.length() <= LONGEST_WORD)
        .map(attempt::shown);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
