package dev.upkeep.database.token;

import java.util.Locale;
import java.util.Set;

/// Words of programming languages around a value: what they tell about it, and what they do not.
final class CodeWords {
  private static final Set<String> KEYWORDS = Set.of("new", "await", "bearer", "const", "return");
  private static final Set<String> NULLS = Set.of("none", "null", "nil", "undefined", "~");

  /// Functions around a value that leave it as it is.
  private static final Set<String> WRAPPERS =
      Set.of(
          "RedisPassword.of",
          "Some",
          "Box::new",
          "String::from",
          "Optional.of",
          "SecretStr",
          "SecretString",
          "SecretString::from",
          "str",
          "int",
          "Number",
          "parseInt",
          "Number.parseInt",
          "Integer.parseInt",
          "to_charlist",
          "aws.String",
          "pointer.String");

  /// Collections of values, and how languages write them.
  private static final Set<String> COLLECTIONS =
      Set.of(
          "dict",
          "array",
          "list",
          "Array",
          "List.of",
          "Arrays.asList",
          "Set.of",
          "Map.of",
          "object",
          "tuple");

  /// Endings of types whose objects hold the parts of a connection.
  private static final Set<String> OPTION_TYPES =
      Set.of(
          "Options",
          "Option",
          "Config",
          "Configuration",
          "ConnectionInfo",
          "Settings",
          "Params",
          "Parameters");

  private CodeWords() {}

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toLowerCase(Locale.ROOT)) || word.equals("**");
  }

  static boolean isNull(String word) {
    return NULLS.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isWrapper(String function) {
    return WRAPPERS.contains(function);
  }

  /// `dict(`, `array(`, `List.of(`, `redis.Options{` after a name: what is in it belongs to the
  /// name.
  static boolean isList(String code) {
    if (COLLECTIONS.contains(code)
        || WRAPPERS.contains(code)
        || isPlaceType(code)
        || code.endsWith("ServerCredentials")) {
      return true;
    }
    return VariableName.of(code).role() == Role.NONE
        && VariableName.tells(code)
        && Character.isLetter(code.charAt(0))
        && code.indexOf('(') < 0
        && OPTION_TYPES.stream().anyMatch(code::endsWith);
  }

  /// `ConnectionAddr::Tcp` and `ConnectionAddr::TcpTls` of redis-rs, which hold a host and a port.
  static boolean isPlaceType(String code) {
    return code.endsWith("ConnectionAddr::Tcp") || isEncryptedPlaceType(code);
  }

  static boolean isEncryptedPlaceType(String code) {
    return code.endsWith("ConnectionAddr::TcpTls");
  }
}
