package dev.upkeep.control.server;

import dev.upkeep.control.wire.LineReader;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.control.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;

/// The lines of one client, who owes the first one soon after connecting and the rest of every
/// other soon after its first byte; between two lines it may rest. For one thread.
final class DueLines implements AutoCloseable {
  private final ReadableByteChannel channel;
  private final Duration time;
  private final Deadlines deadlines;
  private final Runnable late;
  private final LineReader lines;
  private Optional<Deadlines.Armed> due = Optional.empty();
  private boolean first = true;

  /// Reads nothing yet.
  ///
  /// @param late what is done with a client who lets the time pass
  DueLines(ReadableByteChannel channel, Duration time, Deadlines deadlines, Runnable late) {
    this.channel = channel;
    this.time = time;
    this.deadlines = deadlines;
    this.late = late;
    this.lines = new LineReader(new Watched(), Wire.MAX_REQUEST);
  }

  /// See [LineReader#next()].
  Optional<String> next() throws IOException, WireException {
    Optional<String> line = lines.next();
    first = false;
    close();
    return line;
  }

  /// Calls the deadline off.
  @Override
  public void close() {
    due.ifPresent(Deadlines.Armed::close);
    due = Optional.empty();
  }

  private final class Watched implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
      if (due.isEmpty() && (first || lines.isInsideLine())) {
        due = Optional.of(deadlines.arm(time, late));
      }
      return channel.read(into);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
