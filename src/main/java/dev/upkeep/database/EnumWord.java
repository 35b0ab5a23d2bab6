package dev.upkeep.database;

import java.util.Locale;
import java.util.Optional;

/// What constants are called outside of the program. Neither form may change: scripts and files
/// rely on them.
public final class EnumWord {
  private EnumWord() {}

  /// As programs write it, in the JSON of the commands and of the control socket: `REDIS_CLOUD` as
  /// `redisCloud`.
  public static String of(Enum<?> constant) {
    StringBuilder out = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      out.append(
          out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return out.toString();
  }

  /// As people write it, in files and options: `REDIS_CLOUD` as `redis-cloud`.
  public static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant that [#of] calls so; empty when there is none.
  public static <E extends Enum<E>> Optional<E> parse(Class<E> constants, String word) {
    for (E constant : constants.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
