package dev.upkeep.touch.foreign;

import java.nio.charset.StandardCharsets;

/// Text of a reply's line as Jedis hands it over: one character for each byte, and since bytes are
/// signed, 0x80 to 0xFF arrive as U+FF80 to U+FFFF. No mask matches such text, and nobody can read
/// it, so it is decoded here and nowhere else.
public final class ErrorLine {
  private ErrorLine() {}

  /// The line in UTF-8, with a replacement character for what is none. Text that did not come as
  /// bytes stays as it is.
  public static String decoded(String line) {
    byte[] bytes = new byte[line.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = line.charAt(i);
      if (c != (char) (byte) c) {
        return line;
      }
      bytes[i] = (byte) c;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// The opposite, as Jedis does it.
  static String undecoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder line = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      line.append((char) b);
    }
    return line.toString();
  }
}
