package dev.upkeep.definitions;

import dev.upkeep.database.DatabaseJson;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.json.Json;
import dev.upkeep.language.DefinitionsPhrase;
import dev.upkeep.language.Sentence;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds members that somebody wrote into the file by hand and that look like credentials. They are
/// not what Upkeep would write, and Upkeep does not write them again.
final class SecretMembers {
  static final Sentence PROBLEM = DefinitionsPhrase.SECRET_WITHIN.with();

  private static final Pattern NAME =
      Pattern.compile(
          "(?:passw(?:or)?d|passphrase|pwd|pass|secret|token|api[_-]?key|credentials?|auth)$");
  private static final Pattern VALUE =
      Pattern.compile("://[^/?#]*@|[?&]_token=", Pattern.CASE_INSENSITIVE);

  private SecretMembers() {}

  /// Whether this member gives a secret away. One of ours that refers to a secret does not.
  static boolean isSecret(String name, Json value) {
    if (value instanceof Json.Str(var text) && VALUE.matcher(text).find()) {
      return true;
    }
    boolean says = value instanceof Json.Str || value instanceof Json.Num;
    return says && NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /// The value without the secrets that lie deeper in it.
  static Json without(Json value) {
    return switch (value) {
      case Json.Obj(var members) -> {
        Map<String, Json> rest = new LinkedHashMap<>();
        members.forEach((name, member) -> {
          if (isReference(name, member) || !isSecret(name, member)) {
            rest.put(name, without(member));
          }
        });
        yield new Json.Obj(rest);
      }
      case Json.Arr(var items) ->
          new Json.Arr(
              items.stream()
                  .filter(item -> !isSecret("", item))
                  .map(SecretMembers::without)
                  .toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static boolean isReference(String name, Json value) {
    return (name.equals(DatabaseJson.SECRET_REFERENCE) || name.equals(DatabaseJson.SECRET))
        && value.asString().filter(text -> DatabaseRules.reference(text).isEmpty()).isPresent();
  }
}
