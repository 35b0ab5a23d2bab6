package dev.upkeep.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IcoFileTest {
  @Test
  void each_picture_comes_back_as_it_was() throws IOException {
    List<Pixels> pictures = List.of(picture(16), picture(24), picture(256));

    List<Pixels> read = IcoFileTest.read(IcoFile.of(pictures));

    assertThat(read).extracting(Pixels::size).containsExactly(16, 24, 256);
    for (int i = 0; i < pictures.size(); i++) {
      assertThat(read.get(i).argb()).isEqualTo(pictures.get(i).argb());
    }
  }

  @Test
  void the_mask_of_a_bitmap_hides_what_is_transparent_and_only_that() {
    int[] argb = new int[16 * 16];
    argb[0] = 0xff112233; // top left
    argb[255] = 0x80112233; // bottom right

    byte[] file = IcoFile.of(List.of(new Pixels(16, argb)));

    byte[] mask = Arrays.copyOfRange(file, file.length - 16 * Integer.BYTES, file.length);
    assertThat(Arrays.copyOfRange(mask, 0, 4)).as("bottom row").containsExactly(0xff, 0xfe, 0, 0);
    assertThat(Arrays.copyOfRange(mask, 4, 8)).containsExactly(0xff, 0xff, 0, 0);
    assertThat(Arrays.copyOfRange(mask, 60, 64)).as("top row").containsExactly(0x7f, 0xff, 0, 0);
  }

  static List<Pixels> read(byte[] content) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(file.getInt()).as("an icon's magic").isEqualTo(0x00010000);
    int count = file.getShort();
    List<Pixels> pictures = new ArrayList<>();
    for (int entry = 6; entry < 6 + 16 * count; entry += 16) {
      int size = (file.get(entry) + 255) % 256 + 1;
      int length = file.getInt(entry + 8);
      int offset = file.getInt(entry + 12);
      Pixels picture =
          size == 256
              ? Pixels.ofPng(Arrays.copyOfRange(content, offset, offset + length))
              : bitmap(file, offset, length);
      assertThat(picture.size()).isEqualTo(size);
      pictures.add(picture);
    }
    return pictures;
  }

  private static Pixels bitmap(ByteBuffer file, int offset, int length) {
    int size = file.getInt(offset + 4);
    assertThat(file.getInt(offset)).as("length of the head").isEqualTo(40);
    assertThat(file.getInt(offset + 8)).as("height with mask").isEqualTo(2 * size);
    assertThat(file.getShort(offset + 14)).as("bits a pixel").isEqualTo((short) 32);
    assertThat(length).isEqualTo(40 + size * size * 4 + size * ((size + 31) / 32 * 4));
    int[] argb = new int[size * size];
    for (int y = 0; y < size; y++) {
      file.slice(offset + 40 + y * size * 4, size * 4)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .get(argb, (size - 1 - y) * size, size);
    }
    return new Pixels(size, argb);
  }

  /// Every pixel differs from its neighbours, so that one that is out of place is seen.
  private static Pixels picture(int size) {
    int[] argb = new int[size * size];
    Arrays.setAll(argb, i -> i * 0x01030507 | 0x10000000);
    return new Pixels(size, argb);
  }
}
