package dev.upkeep.touch.protocol;

import dev.upkeep.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server of another maker or of an older version, in a process of its own on 127.0.0.1.
final class PeerProcess implements AutoCloseable {
  private static final int PORT_CLASHES = 5;
  private static final Pattern READY =
      Pattern.compile("ready to accept connections|Sentinel ID is", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANYTHING = Pattern.compile("");

  private final Process process;
  private final int port;

  private PeerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// What starts a server on a port.
  private interface Command {
    List<String> on(int port) throws IOException;
  }

  /// A `redis-server` out of a jar.
  static PeerProcess redis(Path folder, Path jar, String entry, String... options)
      throws IOException {
    Path binary = unpacked(folder, jar, entry);
    return start(
        folder,
        READY,
        port -> {
          List<String> command =
              new ArrayList<>(
                  List.of(
                      binary.toString(),
                      "--port",
                      Integer.toString(port),
                      "--bind",
                      "127.0.0.1",
                      "--save",
                      ""));
          command.addAll(List.of(options));
          return command;
        });
  }

  /// The same, as a Sentinel that watches nothing yet.
  static PeerProcess sentinel(Path folder, Path jar, String entry) throws IOException {
    Path binary = unpacked(folder, jar, entry);
    return start(
        folder,
        READY,
        port -> {
          Path file = Files.createTempFile(folder, "sentinel", ".conf");
          Files.writeString(file, "bind 127.0.0.1\nport " + port + "\n");
          return List.of(binary.toString(), file.toString(), "--sentinel");
        });
  }

  private static Path unpacked(Path folder, Path jar, String entry) throws IOException {
    Path binary = folder.resolve(entry);
    if (!Files.exists(binary)) {
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        Files.copy(inside.getPath("/" + entry), binary);
      }
      if (!binary.toFile().setExecutable(true)) {
        throw new IOException(binary + " cannot be made executable");
      }
    }
    return binary;
  }

  /// A class with a `main`, started with this Java.
  static PeerProcess java(Path folder, Path jars, String main, String name) throws IOException {
    return start(
        folder,
        ANYTHING,
        port ->
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                jars + "/*" + File.pathSeparator + testClasses(),
                main,
                name,
                Integer.toString(port)));
  }

  private static String testClasses() {
    return Path.of(PeerProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  /// Another server may take the port first: ours says in its own log that it has it.
  private static PeerProcess start(Path folder, Pattern ready, Command command) throws IOException {
    for (int clashes = 0; ; clashes++) {
      int port = freePort();
      Path log = Files.createTempFile(folder, "peer", ".log");
      Process process =
          new ProcessBuilder(command.on(port))
              .directory(Files.createTempDirectory(folder, "data").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Wait.until(
          "peer", () -> !process.isAlive() || (ready.matcher(text(log)).find() && accepts(port)));
      if (process.isAlive()) {
        return new PeerProcess(process, port);
      }
      if (clashes == PORT_CLASHES) {
        throw new IllegalStateException(text(log));
      }
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean accepts(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /// The jar of these letters among those that were fetched.
  static Path jar(Path jars, String beginning) throws IOException {
    try (Stream<Path> all = Files.list(jars)) {
      return all.filter(one -> one.getFileName().toString().startsWith(beginning))
          .findFirst()
          .orElseThrow();
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
