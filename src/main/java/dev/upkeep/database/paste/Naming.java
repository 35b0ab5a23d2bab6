package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names what a text names by its place: positional arguments such as `new Jedis("host", 6379,
/// true)` and `auth("…")`, `name:` and `value:` pairs, and HTTP headers in quotes.
final class Naming {
  private static final Set<String> CONNECTING =
      Set.of(
          "jedis",
          "jedispool",
          "jedispooled",
          "jedisclient",
          "unifiedjedis",
          "hostandport",
          "redis",
          "strictredis",
          "redisclient",
          "redisasyncclient",
          "valkey",
          "createclient",
          "connect",
          "pconnect");

  private static final int MAX_ARGUMENTS = 8;

  private final List<Word> words = new ArrayList<>();
  private final Map<Integer, List<Word>> arguments = new HashMap<>();

  private Naming() {}

  static List<Word> complete(List<Word> words) {
    Naming naming = new Naming();
    words.forEach(naming::add);
    return naming.words;
  }

  private void add(Word word) {
    Word last = words.isEmpty() ? word : words.getLast();
    String name = word.name().text().toLowerCase(Locale.ROOT);
    String lastName = last.name().text().toLowerCase(Locale.ROOT);
    if (name.equals("value") && (lastName.equals("name") || lastName.equals("key"))) {
      words.add(word.withName(VariableName.of(last.text()), word.scope()));
    } else if (!word.named() && isHeader(word.text())) {
      words.add(word.withName(VariableName.of("Authorization"), word.scope()));
    } else if (word.named() && arguments.containsKey(word.scope().id())) {
      words.add(word.withName(word.name(), Scope.CALLS)); // options after positional arguments
    } else {
      words.add(word.named() ? word : argument(word));
    }
  }

  private static boolean isHeader(String text) {
    return text.regionMatches(true, 0, "Authorization:", 0, 14);
  }

  private Word argument(Word word) {
    String function = function(word.scope());
    boolean auth = function.equals("auth");
    boolean value = word.style() == Style.QUOTED || isNumberOrFlag(word.text());
    if (!value || RedisUrl.isIn(word.text()) || !(auth || CONNECTING.contains(function))) {
      return word;
    }
    List<Word> before = arguments.computeIfAbsent(word.scope().id(), _ -> new ArrayList<>());
    if (before.size() >= MAX_ARGUMENTS) {
      return word;
    }
    String name = auth ? authName(before) : connectName(word, before);
    Word named = word.withName(VariableName.of(name), Scope.CALLS);
    before.add(named);
    return named;
  }

  private static boolean isNumberOrFlag(String text) {
    return text.equals("true")
        || text.equals("false")
        || (!text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit));
  }

  /// With two arguments the first turns out to have been the user.
  private String authName(List<Word> before) {
    if (!before.isEmpty()) {
      Word first = before.getFirst();
      int index = words.lastIndexOf(first);
      if (index >= 0) {
        words.set(index, first.withName(VariableName.of("user"), first.scope()));
      }
    }
    return "password";
  }

  private String connectName(Word word, List<Word> before) {
    if (word.style() != Style.QUOTED) {
      boolean number = Character.isDigit(word.text().charAt(0));
      boolean hasPort = before.stream().anyMatch(w -> w.role() == Role.PORT);
      return number ? (hasPort ? "timeout" : "port") : "ssl";
    }
    return before.stream().noneMatch(w -> w.role() == Role.HOST)
        ? "host"
        : authName(passwords(before));
  }

  private static List<Word> passwords(List<Word> before) {
    return before.stream().filter(w -> w.role() == Role.PASSWORD).toList();
  }

  /// The function whose arguments the scope holds, in lower case: `auth` for `jedis.auth(`.
  private static String function(Scope scope) {
    boolean known = scope.telling() || isClient(scope) || scope.label().endsWith("auth");
    if (!scope.call() || !known) {
      return "";
    }
    String label = scope.label();
    int end = label.length();
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(label.charAt(start - 1))) {
      start--;
    }
    return label.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isClient(Scope scope) {
    String label = scope.label();
    return label.equals("createClient") || label.equals("HostAndPort");
  }
}
