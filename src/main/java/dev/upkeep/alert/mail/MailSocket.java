package dev.upkeep.alert.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/// A connection of which only so much is read: the library takes a line of any length, and what a
/// server sends is foreign. TLS, where there is any, lies over it.
final class MailSocket extends Socket {
  /// The certificates of a long chain, and many long answers.
  static final int MOST_BYTES = 256 * 1024;

  private final boolean onlyHere;

  /// @param onlyHere whether it refuses to lead to another computer: what `localhost` means is in a
  ///   file
  MailSocket(boolean onlyHere) {
    this.onlyHere = onlyHere;
  }

  @Override
  public void connect(SocketAddress there, int timeout) throws IOException {
    if (onlyHere
        && there instanceof InetSocketAddress address
        && !address.isUnresolved()
        && !address.getAddress().isLoopbackAddress()) {
      throw new NotHereException();
    }
    super.connect(there, timeout);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream());
  }

  /// A name that should lead to this computer leads elsewhere.
  static final class NotHereException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterInputStream {
    private int left = MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    private int counted(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("the server says too much");
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      int _ = counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      return read < 0 ? read : counted(read);
    }
  }
}
