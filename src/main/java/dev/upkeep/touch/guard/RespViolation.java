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
  private final int reply;

  /// What was wrong, as the object of "the server sent".
  ///
  /// @param firstByte what the very first reply began with, or -1 if that was in order
  RespViolation(Sentence told, int firstByte) {
    this(told, firstByte, false, 0);
  }

  private RespViolation(Sentence told, int firstByte, boolean largeValue, int reply) {
    super(told.english());
    this.told = told;
    this.firstByte = firstByte;
    this.largeValue = largeValue;
    this.reply = reply;
  }

  /// A value that a fair server can hold, and Upkeep does not write.
  ///
  /// @param reply how many replies had come before on this connection
  static RespViolation largeValue(long bytes, int reply) {
    return new RespViolation(TouchPhrase.LARGE_VALUE.with(bytes), -1, true, reply);
  }

  @Override
  public Sentence told() {
    return told;
  }

  public boolean isLargeValue() {
    return largeValue;
  }

  /// Which reply of the connection a large value stands in, counted from 0.
  public int reply() {
    return reply;
  }

  /// A TLS record of type alert or handshake: the port expects TLS.
  public boolean looksLikeTls() {
    return firstByte == 0x15 || firstByte == 0x16;
  }
}
