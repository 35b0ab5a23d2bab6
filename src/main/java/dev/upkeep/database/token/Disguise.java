package dev.upkeep.database.token;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a value is real, or something shown in its place.
public enum Disguise {
  NONE,
  /// The console's dots and stars, or a shortened copy.
  MASK,
  /// A template's stand-in or a variable.
  PLACEHOLDER;

  private static final String DOTS = "*•●∙·⁎＊∗█▒░";
  private static final Set<String> HIDDEN = Set.of("redacted", "hidden", "masked", "secret hidden");
  private static final List<String> CODE =
      List.of(
          "process.env",
          "import.meta",
          "os.environ",
          "os.getenv",
          "getenv",
          "system.getenv",
          "deno.env",
          "bun.env",
          "env.",
          "env(",
          "env[",
          "$env:",
          "$_env",
          "secrets.",
          "vars.",
          "var.");
  private static final Set<String> STAND_INS =
      Set.of(
          "changeme", "change_me", "change-me", "replaceme", "replace_me", "placeholder", "todo");
  private static final Set<String> VOCABULARY =
      Set.of(
          "MY",
          "YOUR",
          "THE",
          "HERE",
          "REDIS",
          "UPSTASH",
          "REST",
          "API",
          "KV",
          "READ",
          "ONLY",
          "DB",
          "DATABASE",
          "PASSWORD",
          "PASS",
          "TOKEN",
          "SECRET",
          "HOST",
          "HOSTNAME",
          "ENDPOINT",
          "PORT",
          "URL",
          "KEY",
          "AUTH",
          "USER",
          "USERNAME",
          "INSERT",
          "ENTER",
          "PASTE",
          "REPLACE");

  /// What a value is. `hosted` adds words such as `password`, which are real passwords only on a
  /// developer's own machine.
  public static Disguise of(String value, boolean hosted) {
    String text = value.strip();
    if (isMask(text)) {
      return MASK;
    }
    return isPlaceholder(text, hosted) ? PLACEHOLDER : NONE;
  }

  private static boolean isMask(String text) {
    int dots = 0;
    int xs = 0;
    int periods = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dots = DOTS.indexOf(c) >= 0 ? dots + 1 : 0;
      xs = c == 'x' || c == 'X' ? xs + 1 : 0;
      periods = c == '.' ? periods + 1 : 0;
      if (dots >= 3 || xs >= 8 || periods >= 3 || c == '…') {
        return true;
      }
    }
    if (xs == text.length() && xs >= 3) {
      return true;
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (word.length() > 2 && "[<(".indexOf(word.charAt(0)) >= 0) {
      word = word.substring(1, word.length() - 1);
    }
    return HIDDEN.contains(word);
  }

  private static boolean isPlaceholder(String text, boolean hosted) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isBracketed(text)
        || isVariable(text)
        || text.contains("{{")
        || text.contains("}}")
        || text.contains("${")
        || text.contains("$(")
        || text.contains("#{")
        || text.contains("<%")
        || STAND_INS.contains(lower)
        || CODE.stream().anyMatch(lower::startsWith)
        || isStandIn(text, hosted);
  }

  /// `<password>`, `{token}`, `[TOKEN]`, or the first word of `<your password>`.
  private static boolean isBracketed(String text) {
    if (text.length() < 2 || "<{[".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return text.substring(1)
        .chars()
        .allMatch(c -> Character.isLetter(c) || " _-.>}]".indexOf(c) >= 0);
  }

  /// `$REDIS_PASSWORD`, `%REDIS_PASSWORD%`, `$password`.
  private static boolean isVariable(String text) {
    if (text.length() < 2) {
      return false;
    }
    char first = text.charAt(0);
    boolean dollar = first == '$';
    boolean percent = first == '%' && text.endsWith("%") && text.length() > 2;
    if (!dollar && !percent) {
      return false;
    }
    String name = text.substring(1, percent ? text.length() - 1 : text.length());
    boolean upper = name.chars().allMatch(c -> c == '_' || isUpper(c) || Character.isDigit(c));
    return (upper && name.chars().anyMatch(Disguise::isUpper)) || isStandIn(name, true);
  }

  private static boolean isStandIn(String text, boolean hosted) {
    if (text.length() > 60) {
      return false;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    List<String> segments = List.of(upper.split("[-_ ]+", -1));
    if (!VOCABULARY.containsAll(segments)) {
      return (upper.startsWith("YOUR") && VOCABULARY.contains(upper.substring(4)))
          || segments.getFirst().equals("YOUR");
    }
    return hosted
        || text.equals(upper)
        || segments.contains("YOUR")
        || segments.contains("MY")
        || segments.contains("HERE");
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }
}
