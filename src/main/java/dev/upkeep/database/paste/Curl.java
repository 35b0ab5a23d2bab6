package dev.upkeep.database.paste;

import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the URL and the bearer token of a `curl` command. The command may itself stand inside a
/// quoted string with escapes, so it is searched, not parsed.
final class Curl {
  private Curl() {}

  /// Adds what it finds to `words`; false where the command has nothing to do with Redis.
  static boolean read(String command, int position, List<Word> words, Findings findings) {
    Optional<String> url = url(command);
    Optional<String> token = token(command);
    boolean hosted = url.filter(RestUrl::isHosted).isPresent();
    if (url.isEmpty()) {
      boolean telling = command.contains("UPSTASH") || command.contains("KV_REST");
      if (telling && command.indexOf('$') >= 0) {
        findings.aside(PasteProblems.PLACEHOLDER);
      }
      return telling;
    }
    if (!hosted && token.isEmpty() && RestUrl.tokenInQuery(url.get()).isEmpty()) {
      return false;
    }
    String label = hosted || RestUrl.hasCommandPath(url.get()) ? "redis" : "curl";
    Scope scope = Scope.of(-2 - position, label, true);
    Optional<String> secret = token.or(() -> RestUrl.tokenInQuery(url.get()));
    words.add(
        new Word(RestUrl.withoutPath(url.get()), VariableName.NONE, scope, position, Style.QUOTED));
    secret.ifPresent(text ->
        words.add(new Word(text, VariableName.of("token"), scope, position + 1, Style.QUOTED)));
    return true;
  }

  private static Optional<String> url(String command) {
    int at = command.indexOf("https://");
    at = at < 0 ? command.indexOf("http://") : at;
    return at < 0 ? Optional.empty() : Optional.of(until(command, at));
  }

  private static Optional<String> token(String command) {
    int at = command.toLowerCase(Locale.ROOT).indexOf("bearer");
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + "bearer".length();
    while (start < command.length() && "\"' =:".indexOf(command.charAt(start)) >= 0) {
      start++;
    }
    return Optional.of(until(command, start)).filter(token -> !token.isEmpty());
  }

  private static String until(String text, int start) {
    int end = start;
    while (end < text.length()
        && text.charAt(end) > ' '
        && "\"'`\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
