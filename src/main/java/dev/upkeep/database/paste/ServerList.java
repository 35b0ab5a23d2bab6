package dev.upkeep.database.paste;

import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.List;

/// Reads `label:host:port:database:password`, as Redis Commander has it
/// (https://github.com/joeferner/redis-commander), and `host:port:database`, as Django's caches do.
final class ServerList {
  private static final int MAX_SERVERS = 50;

  private ServerList() {}

  static boolean isIn(String text) {
    for (String server : text.split(",", MAX_SERVERS + 1)) {
      if (server.indexOf("://") >= 0 || server.startsWith("[") || portAt(server) < 0) {
        return false;
      }
    }
    return true;
  }

  /// The index of the part that is the port; -1 for any other text.
  private static int portAt(String server) {
    String[] parts = server.strip().split(":", 5);
    if (parts.length >= 3 && isNumber(parts[1]) && isNumber(parts[2]) && parts.length == 3) {
      return 1;
    }
    boolean labelled = parts.length >= 3 && !isNumber(parts[1]) && isNumber(parts[2]);
    return labelled && (parts.length == 3 || isNumber(parts[3])) && !parts[1].isEmpty() ? 2 : -1;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
  }

  /// The fields of each server, each in a place of its own.
  static List<Word> read(Word list) {
    List<Word> fields = new ArrayList<>();
    int number = 0;
    String[] servers = list.text().split(",", MAX_SERVERS + 1);
    for (String server : servers) {
      String[] parts = server.strip().split(":", 5);
      int port = portAt(server);
      Scope scope = list.scope();
      if (servers.length > 1) {
        scope = Scope.of(-2_000_000 - list.position() - number++, "redis", false, scope, "");
      }
      String key = list.name().telling() ? "redis_" : "";
      fields.add(word(list, scope, key + "host", parts[port - 1]));
      fields.add(word(list, scope, key + "port", parts[port]));
      if (parts.length > port + 1) {
        fields.add(word(list, scope, key + "db", parts[port + 1]));
      }
      if (parts.length > port + 2 && !parts[port + 2].isEmpty()) {
        fields.add(word(list, scope, key + "password", parts[port + 2]));
      }
    }
    return fields;
  }

  private static Word word(Word list, Scope scope, String name, String value) {
    return new Word(value, VariableName.of(name), scope, list.position(), Style.QUOTED);
  }
}
