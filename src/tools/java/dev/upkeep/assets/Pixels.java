package dev.upkeep.assets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/// A square picture, as colours with alpha that are not multiplied by it.
///
/// @param size width and height
/// @param argb row by row from the top
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Pixels(int size, int[] argb) {
  static Pixels of(BufferedImage image) {
    int size = image.getWidth();
    return new Pixels(size, image.getRGB(0, 0, size, image.getHeight(), null, 0, size));
  }

  static Pixels ofPng(byte[] png) throws IOException {
    return of(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png))));
  }

  /// The reverse of [#raw()].
  static Pixels ofRaw(byte[] raw) {
    int[] argb = new int[raw.length / Integer.BYTES];
    ByteBuffer.wrap(raw).asIntBuffer().get(argb);
    return new Pixels((int) Math.sqrt(argb.length), argb);
  }

  int alpha(int index) {
    return argb[index] >>> 24;
  }

  /// The same shape in one colour. What is not there has no colour either, so that equal pictures
  /// are equal bytes.
  Pixels in(int rgb) {
    return new Pixels(
        size, Arrays.stream(argb).map(p -> p >>> 24 == 0 ? 0 : (p & 0xff000000) | rgb).toArray());
  }

  /// The same with nothing around it.
  Pixels within(int margin) {
    int wide = size + 2 * margin;
    int[] more = new int[wide * wide];
    for (int y = 0; y < size; y++) {
      System.arraycopy(argb, y * size, more, (y + margin) * wide + margin, size);
    }
    return new Pixels(wide, more);
  }

  BufferedImage image() {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, argb, 0, size);
    return image;
  }

  byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image(), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// Four bytes a pixel: alpha, red, green, blue. What StatusNotifierItem wants on D-Bus.
  byte[] raw() {
    ByteBuffer bytes = ByteBuffer.allocate(argb.length * Integer.BYTES);
    bytes.asIntBuffer().put(argb);
    return bytes.array();
  }
}
