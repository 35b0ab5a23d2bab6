package dev.upkeep.database.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a variable, key or field, and what it tells.
///
/// @param key what remains without the words for the role; names with the same key belong together
/// @param telling whether it names Redis or its vendor
/// @param foreign whether it names another product of the vendor, or another service
/// @param detail the words after the role, such as `MODE` in `SSL_MODE`; empty for most
public record VariableName(
    String text, Role role, String key, boolean telling, boolean foreign, String detail) {
  public static final VariableName NONE = new VariableName("", Role.NONE, "", false, false, "");

  private static final int MAX_LENGTH = 100;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*+");

  public static VariableName of(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return NONE;
    }
    List<String> words = NameWords.of(text);
    if (!words.isEmpty() && words.getLast().equals("SECURE")) {
      words.set(words.size() - 1, "TLS"); // REDIS_SECURE; secureJsonData is about something else
    }
    int at = words.size() - 1;
    while (at >= 0 && Role.ofWord(words.get(at)) == Role.NONE) {
      at--;
    }
    List<String> tail = words.subList(at + 1, words.size());
    Role role = at < 0 ? keyRole(words) : role(words, at, tail);
    if (role == Role.TOKEN && NameWords.anyOf(words, NameWords.READ_ONLY)) {
      role = Role.READ_ONLY_TOKEN;
    }
    List<String> key = new ArrayList<>();
    boolean tls = role == Role.TLS || role == Role.CERTIFICATE;
    for (int i = 0; i < (tls ? at : words.size()); i++) {
      String word = words.get(i);
      boolean place =
          role == Role.ELSEWHERE && (NameWords.PLACES.contains(word) || word.equals("EXISTING"));
      boolean accessKey = at < 0 && role == Role.PASSWORD && !NameWords.isTelling(word);
      if (tellsApart(word, role, i < at) && !place && !accessKey) {
        key.add(word);
      }
    }
    boolean telling = false;
    for (String word : words) {
      telling |= NameWords.isTelling(word);
    }
    boolean product = NameWords.anyOf(words, NameWords.OTHER_PRODUCTS);
    boolean foreign = product || (!telling && NameWords.anyOf(words, NameWords.OTHER_SERVICES));
    return new VariableName(
        text, role, String.join("_", key), telling && !foreign, foreign, String.join("_", tail));
  }

  private static Role role(List<String> words, int at, List<String> tail) {
    Role role = Role.ofWord(words.get(at));
    String last = tail.isEmpty() ? "" : tail.getLast();
    if (role == Role.INDEX && at > 0 && words.get(at).equals("INDEX")) {
      // dbIndex, databaseIndex: of the same kind; keyIndex is not.
      role = Role.ofWord(words.get(at - 1)) == Role.INDEX || words.size() == 1 ? role : Role.NONE;
    }
    if (role == Role.SCHEME || role == Role.NONE) {
      return role;
    }
    if (role == Role.TLS || role == Role.CERTIFICATE) {
      return NameWords.MEASURES.contains(last) ? Role.NONE : role;
    }
    boolean encrypted = false;
    for (String word : words.subList(0, at)) {
      encrypted |= Role.ofWord(word) == Role.TLS;
    }
    if (encrypted && (role == Role.HOST || NameWords.PLACES.contains(last))) {
      return Role.CERTIFICATE; // sslHost, tls_key_file_pass
    }
    if (encrypted && words.get(at).equals("AUTH")) {
      return Role.TLS; // tlsAuth: that there is a certificate
    }
    if (NameWords.MEASURES.contains(last)) {
      return Role.NONE;
    }
    boolean secret = role == Role.PASSWORD || role == Role.TOKEN;
    if (role == Role.TOKEN
        && at > 0
        && words.get(at - 1).equals("AUTH")
        && !words.contains("REST")) {
      role = Role.PASSWORD; // as ElastiCache calls it
    }
    if (words.get(at).equals("SECRET")) {
      Role before = at > 0 ? Role.ofWord(words.get(at - 1)) : Role.NONE;
      boolean place =
          words.contains("EXISTING")
              || last.equals("NAME")
              || before == Role.PASSWORD
              || before == Role.TOKEN;
      if (place) {
        return Role.ELSEWHERE;
      }
    }
    if (secret && NameWords.FLAGS.contains(last)) {
      return Role.NONE;
    }
    if (NameWords.PLACES.contains(last)) {
      return secret || role == Role.URL || role == Role.USER || role == Role.HOST
          ? Role.ELSEWHERE
          : Role.NONE;
    }
    return role;
  }

  /// Azure calls the password an access key; charts name the secret that holds it.
  private static Role keyRole(List<String> words) {
    if (words.contains("EXISTING") && words.contains("SECRET")) {
      return Role.ELSEWHERE;
    }
    boolean key = !words.isEmpty() && words.getLast().equals("KEY");
    return key && (words.contains("ACCESS") || words.contains("PRIMARY"))
        ? Role.PASSWORD
        : Role.NONE;
  }

  /// Words for the role tell nothing apart, but the `DB` of `DB_HOST` and `DB_PASSWORD` does.
  private static boolean tellsApart(String word, Role role, boolean before) {
    Role ofWord = Role.ofWord(word);
    boolean subject = (ofWord == Role.INDEX && ofWord != role) || (word.equals("SERVER") && before);
    return (ofWord == Role.NONE || subject) && !NameWords.QUALIFIERS.contains(word);
  }

  /// Whether the name of a bracket or block says nothing about what is in it.
  public static boolean saysNothing(String label) {
    if (label.length() > MAX_LENGTH) {
      return false;
    }
    for (String word : NameWords.of(label)) {
      if (!NameWords.GENERIC.contains(word)
          && !NameWords.QUALIFIERS.contains(word)
          && Role.ofWord(word) == Role.NONE) {
        return false;
      }
    }
    return true;
  }

  /// Whether text such as `redis.SSLConnection` speaks of encryption.
  public static boolean mentionsTls(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    for (String word : NameWords.of(text)) {
      if (Role.ofWord(word) == Role.TLS) {
        return true;
      }
    }
    return false;
  }

  /// Whether a name such as `disableTls` says the opposite of what its role does.
  public boolean negates() {
    for (String word : NameWords.of(text)) {
      if (Role.ofWord(word) == Role.TLS) {
        return false;
      }
      if (NameWords.NEGATIONS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether text such as `sentinelAddresses` speaks of Sentinels.
  public static boolean namesSentinel(String text) {
    return text.length() <= MAX_LENGTH && text.toLowerCase(Locale.ROOT).contains("sentinel");
  }

  /// Whether text such as the name of a called function speaks of Redis.
  public static boolean tells(String text) {
    return of(text).telling;
  }

  /// What tells two databases in one text apart, such as `SHOP` in `SHOP_KV_REST_API_URL`.
  public String prefix() {
    if (key.isEmpty()) {
      return "";
    }
    List<String> words = new ArrayList<>(List.of(key.split("_", -1)));
    if (words.contains("REST")) {
      words.remove("API"); // KV_REST_API_URL; an API_TOKEN alone may be anybody's
    }
    words.removeAll(NameWords.NOISE);
    return String.join("_", words);
  }

  /// For naming a database: empty for names that say nothing, and for what is no identifier.
  public Optional<String> source() {
    boolean says = telling || !prefix().isEmpty();
    return says && NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
