package dev.upkeep.touch.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// An [OpenSslSession] as a socket, over one that carries what it says. For one thread; another may
/// close the socket below, which ends every wait.
final class OpenSslSocket extends LayeredSocket {
  private final Socket tcp;
  private final OpenSslSession session;
  private final InputStream fromWire;
  private final OutputStream toWire;
  private final byte[] wire = new byte[OpenSslSession.CHUNK];
  private final InputStream in = new In();
  private final OutputStream out = new Out();
  private boolean closed;

  /// @param session belongs to the socket from now on
  OpenSslSocket(Socket tcp, OpenSslSession session) throws IOException {
    super(tcp);
    this.tcp = tcp;
    this.session = session;
    this.fromWire = tcp.getInputStream();
    this.toWire = tcp.getOutputStream();
  }

  /// Shakes hands; whoever calls closes the socket if this throws.
  void handshake() throws IOException {
    boolean first = true;
    try {
      while (!session.handshake()) {
        send();
        int count = receive();
        if (first && !isRecord(wire[0])) {
          throw new TlsException(
              TlsException.Reason.NOT_TLS, "the server's first byte begins no TLS record");
        }
        first = false;
        session.received(wire, count);
      }
    } catch (TlsException refused) {
      tellWhy(refused);
      throw refused;
    }
    send();
  }

  /// Content types of TLS: change of cipher, alert, handshake, data.
  private static boolean isRecord(byte first) {
    return first >= 20 && first <= 23;
  }

  /// Sends the alert that OpenSSL has left for the server.
  private void tellWhy(TlsException refused) {
    try {
      send();
    } catch (IOException unheard) {
      refused.addSuppressed(unheard);
    }
  }

  private void send() throws IOException {
    for (int count = session.toSend(wire); count > 0; count = session.toSend(wire)) {
      toWire.write(wire, 0, count);
    }
  }

  /// Waits for bytes from the wire, which then are in [#wire].
  private int receive() throws IOException {
    int count = fromWire.read(wire, 0, wire.length);
    if (count < 0) {
      throw new EOFException("the connection ended, and nobody had said that it would");
    }
    return count;
  }

  private int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      int count;
      try {
        count = session.read(bytes, offset, length);
      } catch (TlsException refused) {
        tellWhy(refused);
        throw refused;
      }
      if (count != OpenSslSession.STARVED) {
        return count;
      }
      // A new key of the server's is answered with one of ours.
      send();
      session.received(wire, receive());
    }
  }

  /// A server of TLS 1.3 that does not take us says so after the handshake, and hangs up: what it
  /// said waits to be read when a write fails.
  private IOException told(IOException lost) {
    try {
      int _ = read(new byte[1], 0, 1);
    } catch (TlsException refused) {
      return refused;
    } catch (IOException silent) {
      lost.addSuppressed(silent);
    }
    return lost;
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
  public synchronized boolean isClosed() {
    return closed || tcp.isClosed();
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!tcp.isClosed()) {
        session.end();
        send();
      }
    } catch (IOException unheard) {
      // The other end is gone, or was given up: it needs no goodbye.
    } finally {
      session.free();
      tcp.close();
    }
  }

  private final class In extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : OpenSslSocket.this.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      OpenSslSocket.this.close();
    }
  }

  private final class Out extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      session.write(bytes, offset, length);
      try {
        send();
      } catch (IOException lost) {
        throw told(lost);
      }
    }

    @Override
    public void close() throws IOException {
      OpenSslSocket.this.close();
    }
  }
}
