package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names what a text names by its place: positional arguments such as `new Jedis("host", 6379,
/// true)` and `auth("…")`, elements of a list such as `hosts: [("host", 6379)]`, `name:` and
/// `value:` pairs, and HTTP headers in quotes.
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
          "pconnect",
          "redisconnect",
          "dial",
          "start_link",
          "redisstandaloneconfiguration",
          "new_centralized",
          "create",
          "redisurl",
          "connectionpool",
          "redissocket",
          "redisconnection",
          "redisadapter",
          "popen",
          "client",
          "open",
          "new",
          "parse",
          "lettuceconnectionfactory",
          "jedisconnectionfactory");

  /// What is called on a text without changing it.
  private static final Set<String> METHODS =
      Set.of(
          "String::from",
          "Box::new",
          "Some",
          "into",
          "to_string",
          "to_owned",
          "toCharArray",
          "getBytes",
          "String",
          "string",
          "unwrap");

  /// The first argument of these says over what network.
  private static final Set<String> NETWORKS = Set.of("tcp", "tcp4", "tcp6", "unix");

  private static final int MAX_ARGUMENTS = 8;

  private final List<Word> words = new ArrayList<>();
  private final Map<Integer, List<Word>> arguments = new HashMap<>();
  private final Map<Integer, List<Word>> elements = new HashMap<>();

  /// Whether the last word is a value that got its name from the line before.
  private boolean paired;

  /// Where values stand that got their names from the lines before them.
  private final Set<Scope> pairs = new HashSet<>();

  private final Findings findings;

  private Naming(Findings findings) {
    this.findings = findings;
  }

  static List<Word> complete(List<Word> words, Findings findings) {
    Naming naming = new Naming(findings);
    words.forEach(naming::add);
    return naming.words;
  }

  private void add(Word word) {
    Word last = words.isEmpty() ? word : words.getLast();
    String name = word.name().text().toLowerCase(Locale.ROOT);
    boolean afterPair = paired;
    paired = false;
    if (word.named() && elements.containsKey(word.scope().id())) {
      cut(elements.get(word.scope().id()));
    }
    if (isValueName(name) && isNameName(last)) {
      pairs.add(outside(word.scope()));
      words.add(word.withName(VariableName.of(last.text()), outside(word.scope())));
      paired = true;
    } else if (isValueName(name) && afterPair) {
      // Its own name is gone. As a second value of the name before, it is not lost in silence.
      words.add(word.withName(last.name(), outside(word.scope())));
    } else if (!word.named() && isHeader(word.text())) {
      words.add(word.withName(VariableName.of("Authorization"), word.scope()));
    } else if (isValueName(name) && word.isValue() && pairs.contains(word.scope())) {
      findings.spoil(PasteProblems.NAMELESS);
    } else if ((isValueName(name) || name.equals("default")) && isRoleObject(word.scope())) {
      // "redis_host": { "value": "…" }, as Terraform prints it, and its variables with a default
      words.add(word.withName(VariableName.of(word.scope().label()), outside(word.scope())));
    } else if (word.named() && arguments.containsKey(word.scope().id())) {
      if (word.role() == Role.HOST) {
        withoutHost(word.scope());
      }
      words.add(word.withName(word.name(), Scope.CALLS)); // options after positional arguments
    } else if (word.named()) {
      words.add(word);
    } else if (word.text().regionMatches(true, 0, "AUTH ", 0, 5) && word.scope().telling()) {
      command(word);
    } else {
      words.add(argument(word));
    }
  }

  /// `"AUTH user password"`, as hiredis sends it.
  private void command(Word word) {
    String[] parts = word.text().strip().split("[ \t]+", 4);
    Style style = parts.length > 3 ? Style.UNCLEAR : Style.QUOTED;
    Word password = word.withText(parts[parts.length - 1]).withStyle(style);
    if (parts.length > 2) {
      words.add(word.withText(parts[1]).withName(VariableName.of("user"), Scope.CALLS));
    }
    words.add(password.withName(VariableName.of("password"), Scope.CALLS));
  }

  private static boolean isValueName(String name) {
    return name.equals("value") || name.equals("valuefrom") || name.equals("currentvalue");
  }

  private static boolean isNameName(Word word) {
    String name = word.name().text().toLowerCase(Locale.ROOT);
    return (name.equals("name") || name.equals("key")) && word.isValue();
  }

  /// A pair's object or list item is a place of its own only for its two halves.
  private static Scope outside(Scope scope) {
    return scope.outer() == null ? scope : scope.outer();
  }

  /// A list that names follow in was never closed.
  private void cut(List<Word> list) {
    for (Word element : list) {
      int index = words.lastIndexOf(element);
      if (index >= 0) {
        words.set(index, element.withStyle(Style.UNCLEAR));
      }
    }
  }

  /// Where a host is named, the first argument of the same call was something else.
  private void withoutHost(Scope scope) {
    for (Word before : arguments.getOrDefault(scope.id(), List.of())) {
      int index = words.lastIndexOf(before);
      if (before.role() == Role.HOST && index >= 0) {
        words.set(index, before.withName(VariableName.NONE, scope));
      }
    }
  }

  private static boolean isRoleObject(Scope scope) {
    return !scope.call() && VariableName.of(scope.label()).role() != Role.NONE;
  }

  private static boolean isHeader(String text) {
    return text.regionMatches(true, 0, "Authorization:", 0, 14);
  }

  private Word argument(Word word) {
    Scope scope = word.scope();
    if ((!scope.element().isEmpty() && !scope.call()) || isTuple(scope)) {
      return element(word);
    }
    String function = function(scope);
    boolean auth =
        function.equals("auth") || function.equals("withauthentication") || isCredentials(function);
    boolean value =
        word.style() == Style.QUOTED
            || word.style() == Style.UNCLEAR
            || isNumberOrFlag(word.text());
    if (function.equals("select") && isNumberOrFlag(word.text())) {
      return word.withName(VariableName.of("db"), Scope.CALLS);
    }
    boolean connects =
        CONNECTING.contains(function)
            || (function.contains("redis") && !function.contains("command"));
    if (!value || RedisUrl.isIn(word.text()) || !(auth || connects)) {
      return word;
    }
    List<Word> before = arguments.computeIfAbsent(scope.id(), _ -> new ArrayList<>());
    if (before.size() >= MAX_ARGUMENTS || NETWORKS.contains(word.text())) {
      return word;
    }
    if (VariableName.of(word.text()).role() != Role.NONE && function.equals("start_link")) {
      return word;
    }
    String name = auth ? authName(before) : connectName(word, before);
    Word named = word.withName(VariableName.of(name), Scope.CALLS);
    before.add(named);
    return named;
  }

  /// `("host", 6379)` in a list of hosts.
  private static boolean isTuple(Scope scope) {
    return scope.call() && !scope.element().isEmpty();
  }

  /// `hosts: ["a:1"]`, `hosts: [("a", 1)]`, `password: ["user", "word"]`.
  private Word element(Word word) {
    Scope scope = word.scope();
    VariableName list = VariableName.of(scope.element());
    boolean number = isNumberOrFlag(word.text()) && word.style() != Style.QUOTED;
    if (!(word.style() == Style.QUOTED || word.style() == Style.UNCLEAR || word.isValue())) {
      return word;
    }
    List<Word> before = elements.computeIfAbsent(scope.id(), _ -> new ArrayList<>());
    if (before.size() >= MAX_ARGUMENTS) {
      return word;
    }
    if (word.style() == Word.Style.PLAIN && METHODS.contains(word.text())) {
      return word;
    }
    String name = scope.element();
    if (list.role() == Role.HOST) {
      boolean hasHost = before.stream().anyMatch(w -> w.role() == Role.HOST);
      if (number && hasHost) {
        name = withRole(list, "port");
      } else if (number) {
        return word;
      }
    } else if (list.role() == Role.PASSWORD) {
      if (before.size() == 1) {
        rename(before.getFirst(), withRole(list, "user"));
      }
    } else {
      return word;
    }
    Word named = word.withName(VariableName.of(name), scope.home());
    before.add(named);
    return named;
  }

  private static String withRole(VariableName list, String role) {
    return list.key().isEmpty() ? role : list.key() + "_" + role;
  }

  private static boolean isNumberOrFlag(String text) {
    return text.equals("true")
        || text.equals("false")
        || (!text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit));
  }

  /// With two arguments the first turns out to have been the user.
  private String authName(List<Word> before) {
    if (!before.isEmpty()) {
      rename(before.getFirst(), "user");
    }
    return "password";
  }

  private void rename(Word first, String name) {
    int index = words.lastIndexOf(first);
    if (index >= 0) {
      words.set(index, first.withName(VariableName.of(name), first.scope()));
    }
  }

  private String connectName(Word word, List<Word> before) {
    if (word.style() != Style.QUOTED && word.style() != Style.UNCLEAR) {
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
    String last = Scope.lastSegment(scope.label()).toLowerCase(Locale.ROOT);
    boolean known =
        scope.telling()
            || isClient(scope)
            || last.endsWith("auth")
            || isCredentials(last)
            || last.equals("withauthentication");
    return scope.call() && known ? last : "";
  }

  /// `StaticCredentialsProvider(`, `UsernamePasswordCredentialProvider(`
  private static boolean isCredentials(String function) {
    return function.endsWith("credentialsprovider") || function.endsWith("credentialprovider");
  }

  private static boolean isClient(Scope scope) {
    String label = scope.label();
    return label.equals("createClient")
        || label.equals("HostAndPort")
        || label.equals("ConfigurationOptions.Parse");
  }
}
