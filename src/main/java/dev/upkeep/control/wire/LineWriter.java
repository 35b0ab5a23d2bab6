package dev.upkeep.control.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// Collects lines and writes many at once. For one thread.
public final class LineWriter {
  private static final int ENOUGH = 32 * 1024;

  private final WritableByteChannel out;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  public LineWriter(WritableByteChannel out) {
    this.out = out;
  }

  /// Takes a line without its end; [#flush()] sees that it is written.
  public void add(String line) throws IOException {
    waiting.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    waiting.write('\n');
    if (waiting.size() >= ENOUGH) {
      flush();
    }
  }

  public void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
    waiting.reset();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
