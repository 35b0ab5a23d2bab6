package dev.upkeep.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that answers with exactly the bytes a test wants, on loopback.
final class RawServer implements AutoCloseable {
  /// What is done with each connection, which is closed afterwards.
  interface Conversation {
    void with(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Conversation conversation;
  private final AtomicInteger connections = new AtomicInteger();

  RawServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
    listener = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  /// Reads one request and answers with this text.
  static RawServer answering(String text) throws IOException {
    return new RawServer(socket -> {
      readHead(socket);
      write(socket, text);
    });
  }

  URI uri(String scheme, String rest) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + rest);
  }

  int connections() {
    return connections.get();
  }

  /// Everything up to the blank line.
  static String readHead(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        break;
      }
      head.append((char) c);
    }
    return head.toString();
  }

  static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> converse(socket));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      conversation.with(socket);
    } catch (IOException theClientLeft) {
      // Which is what some tests want.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
