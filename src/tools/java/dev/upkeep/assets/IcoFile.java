package dev.upkeep.assets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Windows' icon file: a directory, then the pictures. Up to 64 px they are bitmaps, which every
/// reader of such files knows; the large one is a PNG, as Windows does it since Vista. See
/// https://devblogs.microsoft.com/oldnewthing/20101018-00/?p=12513
final class IcoFile {
  private static final int HEAD = 6;
  private static final int ENTRY = 16;
  private static final int BITMAP_HEAD = 40;
  private static final int LARGEST_BITMAP = 64;

  private IcoFile() {}

  static byte[] of(List<Pixels> pictures) {
    List<byte[]> bodies = pictures.stream().map(IcoFile::body).toList();
    int offset = HEAD + ENTRY * pictures.size();
    int length = offset + bodies.stream().mapToInt(b -> b.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      // 256 does not fit in a byte and is written as 0.
      byte size = (byte) pictures.get(i).size();
      file.put(size).put(size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(bodies.get(i).length).putInt(offset);
      offset += bodies.get(i).length;
    }
    bodies.forEach(file::put);
    return file.array();
  }

  private static byte[] body(Pixels picture) {
    return picture.size() > LARGEST_BITMAP ? picture.png() : bitmap(picture);
  }

  /// Rows from the bottom, blue first, then a mask of one bit a pixel, its rows filled to 32 bits.
  /// The height counts both. Readers that know alpha ignore the mask.
  private static byte[] bitmap(Pixels picture) {
    int size = picture.size();
    int maskRow = (size + 31) / 32 * Integer.BYTES;
    int pixels = size * size * Integer.BYTES;
    ByteBuffer bitmap =
        ByteBuffer.allocate(BITMAP_HEAD + pixels + maskRow * size).order(ByteOrder.LITTLE_ENDIAN);
    bitmap.putInt(BITMAP_HEAD).putInt(size).putInt(2 * size).putShort((short) 1);
    bitmap.putShort((short) 32).putInt(0).putInt(pixels);
    bitmap.position(BITMAP_HEAD);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        bitmap.putInt(picture.argb()[y * size + x]);
      }
    }
    for (int y = size - 1; y >= 0; y--) {
      byte[] row = new byte[maskRow];
      for (int x = 0; x < size; x++) {
        if (picture.alpha(y * size + x) == 0) {
          row[x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
      bitmap.put(row);
    }
    return bitmap.array();
  }
}
