package dev.upkeep.touch.tls;

import dev.upkeep.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `openssl s_server` on this computer, which says nothing after the handshake and answers a line
/// with the line backwards.
final class OpensslServer implements AutoCloseable {
  private static final Pattern ACCEPTS = Pattern.compile("ACCEPT \\S+:(\\d+)");

  private final Process process;
  private final int port;

  private OpensslServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static OpensslServer start(Path folder, OpensslFiles.Pair pair, String... options)
      throws IOException {
    return start(folder, pair, "-rev", List.of(options));
  }

  /// One that answers every request of HTTP with a page about itself.
  static OpensslServer answering(Path folder, OpensslFiles.Pair pair, List<String> options)
      throws IOException {
    return start(folder, pair, "-www", options);
  }

  private static OpensslServer start(
      Path folder, OpensslFiles.Pair pair, String mode, List<String> options) throws IOException {
    Path said = Files.createTempFile(folder, "server", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:0",
                mode,
                "-cert",
                pair.certificate().toString(),
                "-key",
                pair.key().toString()));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int port =
        Wait.until(
            "server",
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(command + ": " + read(said));
              }
              Matcher accepts = ACCEPTS.matcher(read(said));
              return accepts.find()
                  ? Optional.of(Integer.parseInt(accepts.group(1)))
                  : Optional.empty();
            });
    return new OpensslServer(process, port);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  Socket connect() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
