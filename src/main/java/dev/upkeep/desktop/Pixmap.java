package dev.upkeep.desktop;

/// A small picture: rows from the top, pixels from the left, four bytes each: alpha, red, green,
/// blue, the colours not multiplied with alpha.
///
/// @param argb the pixels, `width * height * 4` bytes. Shared, not copied: nobody changes it
@SuppressWarnings("ArrayRecordComponent") // pictures are looked at, and never compared
public record Pixmap(int width, int height, byte[] argb) {
  public Pixmap {
    if (argb.length != width * height * 4) {
      throw new IllegalArgumentException(
          argb.length + " bytes are not " + width + " x " + height + " pixels");
    }
  }
}
