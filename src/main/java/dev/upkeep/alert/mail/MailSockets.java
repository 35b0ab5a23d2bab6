package dev.upkeep.alert.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/// Makes the connections to one server. The library connects them itself.
final class MailSockets extends SocketFactory {
  private final Supplier<Socket> maker;

  MailSockets(Supplier<Socket> maker) {
    this.maker = maker;
  }

  @Override
  public Socket createSocket() {
    return maker.get();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw connected();
  }

  /// Those would be connected without a time limit.
  private static IOException connected() {
    return new IOException("a connection is made in two steps");
  }
}
