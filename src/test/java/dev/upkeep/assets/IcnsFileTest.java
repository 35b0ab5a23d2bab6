package dev.upkeep.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class IcnsFileTest {
  @Test
  void each_picture_comes_back_under_its_type() throws IOException {
    SortedMap<String, Pixels> pictures =
        new TreeMap<>(Map.of("ic11", square(32, 0xff336699), "ic12", square(64, 0x80996633)));

    SortedMap<String, Pixels> read = read(IcnsFile.of(pictures));

    assertThat(read).containsOnlyKeys("ic11", "ic12");
    assertThat(read.values())
        .usingElementComparator((a, b) -> Arrays.compare(a.argb(), b.argb()))
        .containsExactlyElementsOf(pictures.values());
  }

  static SortedMap<String, Pixels> read(byte[] content) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(content);
    assertThat(word(file)).isEqualTo("icns");
    assertThat(file.getInt()).as("length of the file").isEqualTo(content.length);
    SortedMap<String, Pixels> pictures = new TreeMap<>();
    while (file.hasRemaining()) {
      String type = word(file);
      byte[] png = new byte[file.getInt() - 8];
      file.get(png);
      Pixels picture = Pixels.ofPng(png);
      assertThat(picture.size()).as(type).isEqualTo(IcnsFile.TYPES.get(type));
      pictures.put(type, picture);
    }
    return pictures;
  }

  private static String word(ByteBuffer file) {
    byte[] letters = new byte[4];
    file.get(letters);
    return new String(letters, StandardCharsets.US_ASCII);
  }

  private static Pixels square(int size, int argb) {
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, argb);
    return new Pixels(size, pixels);
  }
}
