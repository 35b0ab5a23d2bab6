package dev.upkeep.touch.tls;

import dev.upkeep.http.WatchedTrust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// JSSE's socket, whose complaints after the handshake are in our words, too: in TLS 1.3 a server
/// rejects a client only then.
final class JsseSocket extends LayeredSocket {
  private final SSLSocket socket;
  private final WatchedTrust trust;
  private final BooleanSupplier asked;
  private boolean answered;
  private final InputStream in = new In();
  private final OutputStream out = new Out();

  /// @param asked whether the server wanted to know who we are
  JsseSocket(SSLSocket socket, WatchedTrust trust, BooleanSupplier asked) {
    super(socket);
    this.socket = socket;
    this.trust = trust;
    this.asked = asked;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public synchronized void close() throws IOException {
    socket.close();
  }

  /// A server that asked who we are, and hangs up before its first answer, does so for that.
  private IOException failure(IOException e) {
    boolean aboutUs = asked.getAsBoolean() && !answered && !JsseReasons.isOurDoing(e);
    return e instanceof SSLException || aboutUs ? JsseReasons.of(e, trust, aboutUs) : e;
  }

  private final class In extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = socket.getInputStream().read(bytes, offset, length);
        answered |= count > 0;
        return count;
      } catch (SSLException | SocketException e) {
        throw failure(e);
      }
    }

    @Override
    public void close() throws IOException {
      JsseSocket.this.close();
    }
  }

  private final class Out extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        socket.getOutputStream().write(bytes, offset, length);
      } catch (SSLException | SocketException e) {
        throw failure(e);
      }
    }

    @Override
    public void close() throws IOException {
      JsseSocket.this.close();
    }
  }
}
