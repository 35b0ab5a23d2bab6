package dev.upkeep.deploy;

import dev.upkeep.database.DatabaseName;

/// Which characters every reader of text files takes as they are: those of YAML's [printable
/// characters](https://yaml.org/spec/1.2.2/#51-character-set) that do not hide either.
final class Printable {
  private Printable() {}

  static boolean is(int codePoint) {
    boolean yaml =
        (codePoint >= 0x20 && codePoint <= 0x7E)
            || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
            || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
            || codePoint >= 0x10000;
    return yaml && codePoint != 0xFEFF && !DatabaseName.isInvisible(codePoint);
  }

  /// For comments, where nothing can be escaped.
  static String comment(String text) {
    return text.codePoints()
        .map(c -> is(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
