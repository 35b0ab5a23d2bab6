package dev.upkeep.testing.peers;

import dev.upkeep.testing.RespClient;
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

/// A server of another maker or version, in a process of its own on 127.0.0.1.
public final class PeerProcess implements AutoCloseable {
  private static final int PORT_CLASHES = 5;
  private static final Pattern READY =
      Pattern.compile(
          "ready to accept connections|Sentinel (ID|runid) is", Pattern.CASE_INSENSITIVE);

  /// What servers reach into that are older than this Java.
  private static final List<String> OPENED =
      List.of("java.io", "java.lang", "java.nio", "java.util", "jdk.internal.misc", "sun.nio.ch");

  private final Process process;
  private final int port;

  private PeerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Whether a server can be used, by what it has said and by how its port behaves.
  private interface Ready {
    boolean is(String log, int port);
  }

  /// What starts a server on a port.
  private interface Command {
    List<String> on(int port) throws IOException;
  }

  /// A server that takes the options of `redis-server`.
  static PeerProcess redis(Path folder, Path binary, String... options) throws IOException {
    return start(
        folder,
        (log, port) -> READY.matcher(log).find() && accepts(port),
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

  /// The same, as a Sentinel.
  ///
  /// @param watching lines of its configuration
  static PeerProcess sentinel(Path folder, Path binary, String watching) throws IOException {
    return start(
        folder,
        (log, port) -> READY.matcher(log).find() && accepts(port),
        port -> {
          Path file = Files.createTempFile(folder, "sentinel", ".conf");
          Files.writeString(file, "bind 127.0.0.1\nport " + port + "\n" + watching);
          return List.of(binary.toString(), file.toString(), "--sentinel");
        });
  }

  /// An entry of a jar, as a program.
  static Path unpacked(Path folder, Path jar, String entry) throws IOException {
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

  /// A server that [PeerMain] starts with this Java.
  static PeerProcess java(Path folder, Path jars, String name, String... arguments)
      throws IOException {
    return start(
        folder,
        (_, port) -> answers(port),
        port -> {
          List<String> command =
              new ArrayList<>(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:+UseSerialGC",
                      "-Xmx400m"));
          for (String opened : OPENED) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
          }
          command.addAll(
              List.of(
                  "-cp",
                  jars + "/*" + File.pathSeparator + testClasses(),
                  PeerMain.class.getName(),
                  name,
                  Integer.toString(port)));
          command.addAll(List.of(arguments));
          return command;
        });
  }

  /// A program that is told its port in a file.
  ///
  /// @param command the program, to which the file's name is appended
  /// @param file what is in it, with `%d` for the port
  public static PeerProcess configured(Path folder, List<String> command, String file)
      throws IOException {
    return start(
        folder,
        (_, port) -> accepts(port),
        port -> {
          Path configuration = Files.createTempFile(folder, "peer", ".conf");
          Files.writeString(configuration, file.formatted(port));
          List<String> all = new ArrayList<>(command);
          all.add(configuration.toString());
          return all;
        });
  }

  private static String testClasses() {
    return Path.of(PeerProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  /// Another server may take the port first: ours says in its own log that it has it, or answers as
  /// only it would.
  private static PeerProcess start(Path folder, Ready ready, Command command) throws IOException {
    for (int clashes = 0; ; clashes++) {
      int port = freePort();
      Path log = Files.createTempFile(folder, "peer", ".log");
      Process process =
          new ProcessBuilder(command.on(port))
              .directory(Files.createTempDirectory(folder, "data").toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean settled = false;
      try {
        Wait.until("peer", () -> !process.isAlive() || ready.is(text(log), port));
        settled = true;
      } finally {
        if (!settled) {
          process.destroyForcibly();
        }
      }
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

  /// Some take the port, and know PING, before they have anything to keep data in.
  private static boolean answers(int port) {
    try (RespClient client = RespClient.connect(port)) {
      return !client.call("GET", "none").display().isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
