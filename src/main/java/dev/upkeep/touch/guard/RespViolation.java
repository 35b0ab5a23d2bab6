package dev.upkeep.touch.guard;

import dev.upkeep.language.Sentence;
import dev.upkeep.language.Told;
import dev.upkeep.language.TouchPhrase;
import java.io.IOException;

/// A server sent what no Redis sends, or more of it than a touch can ever need.
public final class RespViolation extends IOException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Sentence told;
  private final int firstByte;
  private final boolean largeValue;

  /// What was wrong, as the object of "the server sent".
  ///
  /// @param firstByte what the very first reply began with, or -1 if that was in order
  RespViolation(Sentence told, int firstByte) {
    this(told, firstByte, false);
  }

  private RespViolation(Sentence told, int firstByte, boolean largeValue) {
    super(told.english());
    this.told = told;
    this.firstByte = firstByte;
    this.largeValue = largeValue;
  }

  /// A value that a fair server can hold, and Upkeep does not write.
  static RespViolation largeValue(long bytes) {
    return new RespViolation(TouchPhrase.LARGE_VALUE.with(bytes), -1, true);
  }

  @Override
  public Sentence told() {
    return told;
  }

  public boolean isLargeValue() {
    return largeValue;
  }

  /// A TLS record of type alert or handshake: the port expects TLS.
  public boolean looksLikeTls() {
    return firstByte == 0x15 || firstByte == 0x16;
  }
}
