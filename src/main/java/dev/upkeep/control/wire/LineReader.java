package dev.upkeep.control.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream of bytes into lines of UTF-8, and never holds more than one line and what came
/// with its end. For one thread.
public final class LineReader {
  private static final int INITIAL = 4096;

  private final ReadableByteChannel in;
  private final int maxBytes;
  private byte[] bytes = new byte[INITIAL];
  private int end;

  /// How much is known to have no line end in it.
  private int searched;

  public LineReader(ReadableByteChannel in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /// The next line, without its end; empty when the other side has closed between two lines.
  ///
  /// @throws WireException if the line is too long, not UTF-8, or was not finished
  public Optional<String> next() throws IOException, WireException {
    while (true) {
      for (; searched < end; searched++) {
        if (bytes[searched] == '\n') {
          return Optional.of(take());
        }
        if (searched == maxBytes) {
          throw new WireException("A line has at most " + maxBytes + " bytes.");
        }
      }
      if (!fill()) {
        if (end > 0) {
          throw new WireException("The last line has no end.");
        }
        return Optional.empty();
      }
    }
  }

  /// Whether part of a line is here already, so that the other side owes the rest.
  public boolean isInsideLine() {
    return end > 0;
  }

  private String take() throws WireException {
    int length = searched;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new WireException("A line is UTF-8.");
    } finally {
      // A long line must not be paid for during all the life of the connection.
      int rest = end - length - 1;
      byte[] next = bytes.length > 16 * INITIAL && rest <= INITIAL ? new byte[INITIAL] : bytes;
      System.arraycopy(bytes, length + 1, next, 0, rest);
      bytes = next;
      end = rest;
      searched = 0;
    }
  }

  private boolean fill() throws IOException {
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, maxBytes + 1L + INITIAL));
    }
    int read = in.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
    end += Math.max(read, 0);
    return read >= 0;
  }
}
