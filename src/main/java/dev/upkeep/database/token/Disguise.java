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

  /// Where a function puts a value into a text.
  private static final Set<String> FORMATS = Set.of("%s", "%d", "%v", "%b", "{}", "{0}", "{1}");

  private static final Set<String> ODD =
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

  /// What a password, token or user is. What only looks odd is real: providers print few words in
  /// the place of values, and angle brackets around words.
  ///
  /// @param hosted adds what the pages of the provider print, such as `password`
  public static Disguise of(String value, boolean hosted) {
    String text = value.strip();
    if (isMask(text, hosted)) {
      return MASK;
    }
    return isBracketed(text) || isVariable(text) || isCode(text) || isStandIn(text, hosted)
        ? PLACEHOLDER
        : NONE;
  }

  /// What a host is: `ENDPOINT`, `your-endpoint.upstash.io`.
  public static Disguise ofHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    String first = dot < 0 ? host : host.substring(0, dot);
    boolean known = Hosting.isRedis(host);
    if (isMask(first, known) || isMask(host, known)) {
      return MASK;
    }
    boolean shouted = dot >= 0 && host.equals(host.toUpperCase(Locale.ROOT));
    boolean standIn =
        isBracketed(host)
            || isVariable(host)
            || isCode(host)
            || lower.startsWith("your-")
            || lower.startsWith("your_")
            || (!shouted && isStandIn(first, known));
    return standIn ? PLACEHOLDER : NONE;
  }

  /// Whether a real value would look unusual, which is worth a remark.
  public static boolean isOdd(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return ODD.contains(lower)
        || value.contains("${")
        || value.contains("{{")
        || value.contains("$(")
        || value.contains("...")
        || value.contains("…")
        || isStandIn(value, true);
  }

  private static boolean isMask(String text, boolean hosted) {
    if (!text.isEmpty() && text.chars().allMatch(c -> DOTS.indexOf(c) >= 0)) {
      return true;
    }
    int dots = 0;
    int xs = 0;
    int periods = 0;
    boolean shortened = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dots = DOTS.indexOf(c) >= 0 ? dots + 1 : 0;
      xs = c == 'x' || c == 'X' ? xs + 1 : 0;
      periods = c == '.' ? periods + 1 : 0;
      shortened |= periods >= 3 || c == '…';
      if (dots >= 3 || xs >= 8) {
        return true;
      }
    }
    if (shortened && (hosted || text.startsWith(".") || text.startsWith("…"))) {
      return true;
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

  private static boolean isCode(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String start : CODE) {
      if (lower.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /// `<password>`, `{token}`, `[TOKEN]`, or the first word of `<your password>`.
  private static boolean isBracketed(String text) {
    if (text.length() < 2 || "<{[".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    char close = text.charAt(0) == '<' ? '>' : text.charAt(0) == '{' ? '}' : ']';
    int end = text.indexOf(close);
    if (end < 0) {
      return isStandIn(text.substring(1), true);
    }
    boolean letter = false;
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      if (!Character.isLetter(c) && " _-.".indexOf(c) < 0) {
        return false;
      }
    }
    return letter && end == text.length() - 1;
  }

  /// `$REDIS_PASSWORD`, `%REDIS_PASSWORD%`, `$password`, `${…}`, `{{ … }}`, `$(…)`.
  private static boolean isVariable(String text) {
    if (text.length() < 2) {
      return false;
    }
    if (FORMATS.contains(text)
        || isWhole(text, "${", "}")
        || isWhole(text, "{{", "}}")
        || isWhole(text, "$(", ")")
        || isWhole(text, "#{", "}")
        || isWhole(text, "<%", "%>")
        || isWhole(text, "`", "`")
        || text.startsWith("${{")) {
      return true;
    }
    char first = text.charAt(0);
    boolean dollar = first == '$';
    boolean percent = first == '%' && text.endsWith("%") && text.length() > 2;
    if (!dollar && !percent) {
      return holdsVariable(text);
    }
    String name = text.substring(1, percent ? text.length() - 1 : text.length());
    boolean upper = !name.isEmpty();
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      upper &= c == '_' || isUpper(c) || Character.isDigit(c);
      letter |= isUpper(c);
    }
    return (upper && letter) || isStandIn(name, true) || holdsVariable(text);
  }

  private static boolean isWhole(String text, String open, String close) {
    return text.startsWith(open) && text.endsWith(close) && text.length() > open.length();
  }

  /// `${NAME}` and `{{ name }}` inside a longer text, where the name is one of a variable.
  private static boolean holdsVariable(String text) {
    int open = text.indexOf("${");
    int close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) {
      open = text.indexOf("{{");
      close = open < 0 ? -1 : text.indexOf("}}", open);
    }
    if (close < 0) {
      return false;
    }
    String name = text.substring(open + 2, close).strip();
    boolean variable = name.length() >= 4;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      variable &= c == '_' || c == '.' || c == ' ' || Character.isLetter(c);
    }
    return variable && (name.indexOf('_') > 0 || name.indexOf('.') > 0 || isStandIn(name, true));
  }

  private static boolean isStandIn(String text, boolean hosted) {
    if (text.length() > 60 || text.isEmpty()) {
      return false;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    String[] segments = upper.split("[-_ ]+", -1);
    boolean all = true;
    for (String segment : segments) {
      all &= VOCABULARY.contains(segment);
    }
    if (!all) {
      return (upper.startsWith("YOUR") && VOCABULARY.contains(upper.substring(4)))
          || segments[0].equals("YOUR");
    }
    return hosted || (text.equals(upper) && text.length() > 2) || upper.startsWith("YOUR");
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }
}
