package dev.upkeep.database;

import java.util.Locale;
import java.util.Optional;

/// How a constant is called in files and on the control socket: `REDIS_CLOUD` as `redisCloud`.
public final class EnumWord {
  private EnumWord() {}

  public static String of(Enum<?> constant) {
    StringBuilder out = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      out.append(
          out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return out.toString();
  }

  /// The constant of this word; empty when there is none.
  public static <E extends Enum<E>> Optional<E> parse(Class<E> constants, String word) {
    for (E constant : constants.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
