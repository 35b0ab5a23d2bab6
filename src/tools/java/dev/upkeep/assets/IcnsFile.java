package dev.upkeep.assets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

/// macOS' icon file: chunks of a type, a length and a PNG. Types and sizes are those of
/// https://en.wikipedia.org/wiki/Apple_Icon_Image_format that take a PNG everywhere; 16 and 32
/// points at normal density are made by the system from the next larger one.
final class IcnsFile {
  /// Type, and its size in pixels.
  static final SortedMap<String, Integer> TYPES =
      new TreeMap<>(
          Map.of(
              "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13",
              256, "ic14", 512));

  private static final int HEAD = 8;

  private IcnsFile() {}

  /// Puts pictures, by type, into one file.
  static byte[] of(SortedMap<String, Pixels> pictures) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    pictures.forEach((type, picture) -> bodies.put(type, picture.png()));
    int length = HEAD + bodies.values().stream().mapToInt(b -> HEAD + b.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.put(ascii("icns")).putInt(length);
    for (Entry<String, byte[]> body : bodies.entrySet()) {
      file.put(ascii(body.getKey())).putInt(HEAD + body.getValue().length).put(body.getValue());
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
