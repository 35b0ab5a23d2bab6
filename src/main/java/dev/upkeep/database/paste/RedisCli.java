package dev.upkeep.database.paste;

import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.ShellWords;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the options of `redis-cli` (https://redis.io/docs/latest/develop/tools/cli/) into names
/// and values, in a place of their own.
final class RedisCli {
  private static final Map<String, String> WITH_VALUE =
      Map.ofEntries(
          Map.entry("-h", "redis_host"),
          Map.entry("--host", "redis_host"),
          Map.entry("-p", "redis_port"),
          Map.entry("--port", "redis_port"),
          Map.entry("-a", "redis_password"),
          Map.entry("--pass", "redis_password"),
          Map.entry("--password", "redis_password"),
          Map.entry("--auth", "redis_password"),
          Map.entry("--user", "redis_user"),
          Map.entry("--username", "redis_user"),
          Map.entry("-u", "redis_url"),
          Map.entry("--uri", "redis_url"),
          Map.entry("--url", "redis_url"),
          Map.entry("-n", "redis_db"),
          Map.entry("-s", "socket"),
          Map.entry("--cacert", "redis_tls_ca_cert"),
          Map.entry("--cacertdir", "redis_tls_ca_cert"),
          Map.entry("--cert", "redis_tls_cert"),
          Map.entry("--key", "redis_tls_cert"),
          Map.entry("--sni", "redis_tls_sni"),
          Map.entry("--tls-ciphers", ""),
          Map.entry("--tls-ciphersuites", ""),
          Map.entry("-t", ""),
          Map.entry("-r", ""),
          Map.entry("-i", ""),
          Map.entry("-d", ""),
          Map.entry("-D", ""),
          Map.entry("-X", ""),
          Map.entry("--eval", ""));
  private static final Set<String> FLAGS = Set.of("--tls", "--ssl");

  private RedisCli() {}

  /// Adds the connection to `words`; false where these words are none, since `redis-cli` alone is
  /// only a word in a sentence.
  static boolean read(ShellWords command, int position, List<Word> words, Findings findings) {
    Scope scope = Scope.of(-2 - position, "redis", true);
    List<Word> own = own(command, position, scope);
    boolean url = own.stream().anyMatch(word -> word.role() == Role.URL);
    boolean host = own.stream().anyMatch(word -> word.role() == Role.HOST);
    boolean socket = own.stream().anyMatch(word -> word.name().text().equals("socket"));
    boolean password = own.stream().anyMatch(word -> word.role() == Role.PASSWORD);
    if (socket) {
      findings.problem(PasteProblems.UNIX_SOCKET);
      return true;
    }
    if (!url && !host) {
      if (password) {
        findings.problem(PasteProblems.HOST_MISSING);
      }
      return password;
    }
    for (Word word : own) {
      if (word.role() == Role.URL && !RedisUrl.isIn(word.text())) {
        findings.problem(
            switch (Disguise.of(word.text(), false)) {
              case MASK -> PasteProblems.MASKED;
              case PLACEHOLDER -> PasteProblems.PLACEHOLDER;
              case NONE -> PasteProblems.SCHEME_MISSING;
            });
        return true;
      }
    }
    words.addAll(own);
    return true;
  }

  private static List<Word> own(ShellWords command, int position, Scope scope) {
    List<String> words = command.words();
    List<Word> own = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String option = words.get(i);
      int equals = option.startsWith("--") ? option.indexOf('=') : -1;
      String name = WITH_VALUE.get(equals > 0 ? option.substring(0, equals) : option);
      int number = i;
      String value;
      if (FLAGS.contains(option)) {
        name = "redis_tls";
        value = "true";
      } else if (option.equals("--insecure")) {
        name = "redis_tls_verify";
        value = "false";
      } else if (name != null && equals > 0) {
        value = option.substring(equals + 1);
      } else if (name != null && i + 1 < words.size()) {
        i++;
        number = i;
        value = words.get(i);
      } else if (isAttached(option)) {
        name = WITH_VALUE.get(option.substring(0, 2));
        value = option.substring(2);
      } else {
        continue;
      }
      Style style = command.unclear().contains(number) ? Style.UNCLEAR : Style.QUOTED;
      if (name != null && !name.isEmpty()) {
        own.add(new Word(value, VariableName.of(name), scope, position + own.size(), style));
      }
    }
    return own;
  }

  /// `-hlocalhost`, `-p6380`, `-asecret`.
  private static boolean isAttached(String option) {
    return option.length() > 2
        && option.charAt(0) == '-'
        && "hpanu".indexOf(option.charAt(1)) >= 0
        && option.charAt(2) != '-';
  }
}
