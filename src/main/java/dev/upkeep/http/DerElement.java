package dev.upkeep.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One element of DER, somewhere in bytes: as much of X.690 as names need. Damaged bytes throw
/// [ArrayIndexOutOfBoundsException] or [IllegalArgumentException].
final class DerElement {
  private final byte[] bytes;
  private final int start;
  private final int body;
  private final int end;

  private DerElement(byte[] bytes, int start, int body, int end) {
    this.bytes = bytes;
    this.start = start;
    this.body = body;
    this.end = end;
  }

  static DerElement at(byte[] bytes, int start) {
    int first = bytes[start + 1] & 0xFF;
    int body = start + 2;
    int length = first;
    if (first >= 0x80) {
      length = 0;
      for (int i = 0; i < (first & 0x7F); i++) {
        length = (length << 8) | (bytes[body++] & 0xFF);
      }
    }
    if (length < 0 || length > bytes.length - body) {
      throw new IllegalArgumentException("longer than all");
    }
    return new DerElement(bytes, start, body, body + length);
  }

  int tag() {
    return bytes[start] & 0xFF;
  }

  byte[] whole() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  byte[] content() {
    return Arrays.copyOfRange(bytes, body, end);
  }

  List<DerElement> children() {
    List<DerElement> children = new ArrayList<>();
    for (int at = body; at < end; ) {
      DerElement child = at(bytes, at);
      children.add(child);
      at = child.end;
    }
    return children;
  }

  static byte[] write(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length >= 0x100) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length >= 0x80) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content);
    return out.toByteArray();
  }
}
