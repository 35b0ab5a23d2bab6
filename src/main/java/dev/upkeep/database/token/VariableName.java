package dev.upkeep.database.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The name of a variable, key or field, and what it tells.
///
/// @param key what remains without the words for the role; names with the same key belong together
/// @param telling whether it names Redis or its vendor
/// @param foreign whether it names another product of the vendor
public record VariableName(String text, Role role, String key, boolean telling, boolean foreign) {
  public static final VariableName NONE = new VariableName("", Role.NONE, "", false, false);

  private static final int MAX_LENGTH = 100;
  private static final Set<String> QUALIFIERS =
      Set.of("READ", "ONLY", "READONLY", "RO", "ENABLED", "USE", "TCP", "HTTP", "HTTPS");
  private static final Set<String> READ_ONLY = Set.of("READ", "READONLY", "RO");
  private static final Set<String> OTHER_PRODUCTS =
      Set.of("VECTOR", "SEARCH", "QSTASH", "KAFKA", "WORKFLOW", "BOX");
  private static final Set<String> NOISE =
      Set.of("REST", "REDIS", "KV", "UPSTASH", "VALKEY", "AUTH");

  public static VariableName of(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return NONE;
    }
    List<String> words = words(text);
    Role role =
        words.reversed().stream()
            .map(Role::ofWord)
            .filter(r -> r != Role.NONE)
            .findFirst()
            .orElse(Role.NONE);
    if (role == Role.TOKEN && words.stream().anyMatch(READ_ONLY::contains)) {
      role = Role.READ_ONLY_TOKEN;
    }
    Role own = role;
    List<String> key = words.stream().filter(word -> tellsApart(word, own)).toList();
    boolean telling = words.stream().anyMatch(VariableName::isTelling);
    boolean foreign = words.stream().anyMatch(OTHER_PRODUCTS::contains);
    return new VariableName(text, role, String.join("_", key), telling && !foreign, foreign);
  }

  /// Words for the role tell nothing apart, but the `DB` of `DB_HOST` and `DB_PASSWORD` does.
  private static boolean tellsApart(String word, Role role) {
    Role ofWord = Role.ofWord(word);
    boolean subject = ofWord == Role.INDEX || word.equals("SERVER");
    return (ofWord == Role.NONE || (subject && ofWord != role)) && !QUALIFIERS.contains(word);
  }

  private static boolean isTelling(String word) {
    return word.contains("REDIS")
        || word.contains("UPSTASH")
        || word.contains("VALKEY")
        || word.contains("JEDIS")
        || word.equals("KV");
  }

  /// Whether text such as the name of a called function speaks of Redis.
  public static boolean tells(String text) {
    return of(text).telling;
  }

  /// What tells two databases in one text apart, such as `SHOP` in `SHOP_KV_REST_API_URL`.
  public String prefix() {
    List<String> words = new ArrayList<>(List.of(key.split("_", -1)));
    if (words.contains("REST")) {
      words.remove("API"); // KV_REST_API_URL; an API_TOKEN alone may be anybody's
    }
    words.removeAll(NOISE);
    return String.join("_", words);
  }

  /// For naming a database: empty for names that say nothing, and for what is no identifier.
  public Optional<String> source() {
    boolean says = telling || !prefix().isEmpty();
    return says && text.matches("[A-Za-z_][A-Za-z0-9_.-]*+") ? Optional.of(text) : Optional.empty();
  }

  /// Upper-case words of `FOO_BAR`, `foo.bar`, `fooBar`, `TLSConfig` and `REDISHOST`.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        add(words, text.substring(start, i));
        start = i + 1;
      } else if (i > start && startsWord(text, i)) {
        add(words, text.substring(start, i));
        start = i;
      }
    }
    return words;
  }

  private static boolean startsWord(String text, int i) {
    return Character.isUpperCase(text.charAt(i))
        && (Character.isLowerCase(text.charAt(i - 1))
            || (i + 1 < text.length()
                && Character.isLowerCase(text.charAt(i + 1))
                && Character.isUpperCase(text.charAt(i - 1))));
  }

  private static void add(List<String> words, String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (String brand : List.of("REDIS", "VALKEY")) {
      if (upper.length() > brand.length() && upper.startsWith(brand)) {
        words.add(brand);
        words.add(upper.substring(brand.length()));
        return;
      }
    }
    if (!upper.isEmpty()) {
      words.add(upper);
    }
  }
}
