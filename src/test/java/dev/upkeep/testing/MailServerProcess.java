package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A mail server as its own process, Debian's `aiosmtpd`, which delivers into a mailbox.
public final class MailServerProcess implements AutoCloseable {
  private final OwnProcess process;
  private final Path mailbox;
  private final int port;

  private MailServerProcess(OwnProcess process, Path mailbox, int port) {
    this.process = process;
    this.mailbox = mailbox;
    this.port = port;
  }

  /// How it speaks TLS.
  public enum Tls {
    NONE,
    STARTTLS,
    IMPLICIT
  }

  public static MailServerProcess start(Path folder, Tls tls, ServerIdentity identity) {
    int port = freePort();
    Path mailbox = folder.resolve("mailbox");
    List<String> command = new ArrayList<>(List.of("aiosmtpd", "-n", "-l", "127.0.0.1:" + port));
    String prefix = tls == Tls.IMPLICIT ? "--smtps" : "--tls";
    if (tls != Tls.NONE) {
      command.addAll(
          List.of(
              prefix + "cert", identity.certificateFile().toString(),
              prefix + "key", identity.keyFile().toString()));
    }
    command.addAll(List.of("-c", "aiosmtpd.handlers.Mailbox", mailbox.toString()));
    MailServerProcess server =
        new MailServerProcess(
            OwnProcess.start(command, Map.of(), "", folder.resolve("mail.log")), mailbox, port);
    server.process.awaitReady(server::listens);
    return server;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /// Every letter in the mailbox.
  public List<Path> letters() {
    Path arrived = mailbox.resolve("new");
    if (!Files.isDirectory(arrived)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(arrived)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.kill();
  }
}
