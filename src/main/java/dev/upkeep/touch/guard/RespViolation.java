package dev.upkeep.touch.guard;

import java.io.IOException;

/// A server sent what no Redis sends, or more of it than a touch can ever need.
public final class RespViolation extends IOException {
  private static final long serialVersionUID = 1L;

  private final int firstByte;
  private final boolean largeValue;

  /// What was wrong, as the object of "the server sent".
  ///
  /// @param firstByte what the very first reply began with, or -1 if that was in order
  RespViolation(String message, int firstByte) {
    this(message, firstByte, false);
  }

  private RespViolation(String message, int firstByte, boolean largeValue) {
    super(message);
    this.firstByte = firstByte;
    this.largeValue = largeValue;
  }

  /// A value that a fair server can hold, and Upkeep does not write.
  static RespViolation largeValue(long bytes) {
    return new RespViolation("a value of " + bytes + " bytes", -1, true);
  }

  public boolean isLargeValue() {
    return largeValue;
  }

  /// A TLS record of type alert or handshake: the port expects TLS.
  public boolean looksLikeTls() {
    return firstByte == 0x15 || firstByte == 0x16;
  }
}
