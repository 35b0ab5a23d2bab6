package dev.upkeep.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The smallest client that can ask a Redis something: what the tests look with, so that they do
/// not look with the code they test.
public final class RespClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Socket socket;
  private final InputStream in;

  private RespClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// Connects to a port of this computer.
  public static RespClient connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout((int) TIMEOUT.toMillis());
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
          (int) TIMEOUT.toMillis());
      return new RespClient(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Connects with TLS and verifies that the certificate is for `localhost`.
  public static RespClient connectTls(int port, SSLContext context) throws IOException {
    RespClient plain = connect(port);
    try {
      SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain.socket, "localhost", port, true);
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new RespClient(socket);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /// Sends one command and reads one reply; an error reply is a value like any other.
  public Resp call(String... command) throws IOException {
    socket.getOutputStream().write(Resp.command(command));
    return Resp.read(in);
  }

  /// Sends bytes as they are.
  public void send(String raw) throws IOException {
    socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// How long a read waits, in milliseconds; 10 s unless told.
  public void timeout(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /// What the server sends, as bytes.
  public InputStream in() {
    return in;
  }

  /// Says goodbye and waits until the server has forgotten this client, so that it no longer counts
  /// against `maxclients`.
  void quit() throws IOException {
    call("QUIT");
    in.readAllBytes();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
