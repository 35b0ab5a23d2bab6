package dev.upkeep.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text as half as many characters: two bytes of its UTF-8 in each.
///
/// The Windows Credential Manager takes 2,560 bytes and java-keyring gives it UTF-16, so that 2,500
/// plain letters would be 5,000 bytes. Surrogates must not arise, because a lone one is lost on the
/// way: a pair that begins with D8 to DF begins with F8 to FF instead, which UTF-8 never contains.
final class PackedText {
  private static final int PADDING = 0xC0; // likewise never in UTF-8

  private PackedText() {}

  static String pack(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder packed = new StringBuilder(bytes.length / 2 + 1);
    for (int i = 0; i < bytes.length; i += 2) {
      int high = bytes[i] & 0xFF;
      int low = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : PADDING;
      packed.append((char) ((isSurrogate(high) ? high | 0x20 : high) << 8 | low));
    }
    return packed.toString();
  }

  /// Reverses [#pack].
  ///
  /// @throws IllegalArgumentException if this was never packed
  static String unpack(String packed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(packed.length() * 2);
    for (int i = 0; i < packed.length(); i++) {
      int high = packed.charAt(i) >> 8;
      int low = packed.charAt(i) & 0xFF;
      bytes.write(high >= 0xF8 ? high & ~0x20 : high);
      if (low != PADDING || i + 1 < packed.length()) {
        bytes.write(low);
      }
    }
    try {
      return SecretBytes.text(bytes.toByteArray());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("this was never packed");
    }
  }

  private static boolean isSurrogate(int high) {
    return high >= 0xD8 && high <= 0xDF;
  }
}
