package dev.upkeep.desktop.windows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `reg export` has written, as far as the values of its first key go; the keys below it
/// follow and are not read.
///
/// @param values by name, without case, as registry values are
record RegFile(Map<String, Value> values) {
  private static final Pattern LINE =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=(.*)", Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern BYTES =
      Pattern.compile("hex(?:\\(([0-9a-f]+)\\))?:([0-9a-f]{2}(?:,[0-9a-f]{2})*)?");
  private static final String EXPANDED_TEXT = "2";

  RegFile {
    Map<String, Value> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    values = copy;
  }

  /// One value of a key.
  sealed interface Value {
    /// `REG_SZ` or `REG_EXPAND_SZ`.
    record Text(String text) implements Value {}

    /// Anything else that has bytes.
    ///
    /// @param hex two lower-case digits for each
    record Bytes(String hex) implements Value {}
  }

  /// Reads a whole file, in UTF-16 with a byte order mark as `reg` writes it. Lines that are none
  /// of the format are skipped.
  static RegFile parse(byte[] file) {
    Map<String, Value> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String text = new String(file, StandardCharsets.UTF_16).replaceAll(",\\\\\\R\\s*", ",");
    int keys = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        keys++;
      }
      Matcher matcher = LINE.matcher(line);
      if (keys == 1 && matcher.matches()) {
        value(matcher.group(2)).ifPresent(value -> values.put(unescaped(matcher.group(1)), value));
      }
    }
    return new RegFile(values);
  }

  Optional<Value> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static Optional<Value> value(String data) {
    Matcher text = TEXT.matcher(data);
    if (text.matches()) {
      return Optional.of(new Value.Text(unescaped(text.group(1))));
    }
    Matcher hex = BYTES.matcher(data.toLowerCase(Locale.ROOT));
    if (!hex.matches()) {
      return Optional.empty();
    }
    String digits = hex.group(2) == null ? "" : hex.group(2).replace(",", "");
    return Optional.of(
        EXPANDED_TEXT.equals(hex.group(1))
            ? new Value.Text(
                new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_16LE)
                    .replace("\0", ""))
            : new Value.Bytes(digits));
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }
}
