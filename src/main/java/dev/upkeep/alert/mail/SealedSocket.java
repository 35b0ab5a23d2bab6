package dev.upkeep.alert.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/// A connection that is TLS from the first byte, over a [MailSocket]. The library's own way would
/// connect a socket of Java's TLS, below which nothing can be counted.
final class SealedSocket extends Socket {
  private final MailSocket plain = new MailSocket(false);
  private final NamedSockets tls;
  private final String host;
  private final int port;
  private @Nullable Socket sealed;

  SealedSocket(NamedSockets tls, String host, int port) {
    this.tls = tls;
    this.host = host;
    this.port = port;
  }

  @Override
  public void connect(SocketAddress there, int timeout) throws IOException {
    plain.connect(there, timeout);
    sealed = tls.createSocket(plain, host, port, true);
  }

  private Socket sealed() throws SocketException {
    Socket socket = sealed;
    if (socket == null) {
      throw new SocketException("not connected");
    }
    return socket;
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    plain.setSoTimeout(timeout);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return sealed().getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return sealed().getOutputStream();
  }

  @Override
  public void close() throws IOException {
    Socket socket = sealed;
    if (socket != null) {
      socket.close();
    }
    plain.close();
    super.close();
  }
}
