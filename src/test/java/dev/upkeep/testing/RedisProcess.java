package dev.upkeep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One `redis-server` process with its folder, and nobody else's.
final class RedisProcess {
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Path folder;
  private final Process process;

  private RedisProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// The configuration goes through a file that only we can read: it holds passwords, and arguments
  /// of a process are public.
  static RedisProcess start(List<String> configuration, String... arguments) {
    Path folder = Scratch.folder("redis");
    try {
      Path file = folder.resolve("redis.conf");
      Files.createFile(file, Modes.at(file, "rw-------"));
      Files.write(file, configuration, StandardOpenOption.WRITE);
      List<String> command =
          new ArrayList<>(List.of(RedisBinary.path().toString(), file.toString()));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start();
      RUNNING.add(process);
      return new RedisProcess(folder, process);
    } catch (IOException e) {
      Scratch.delete(folder);
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean lostItsPort() {
    return log().contains("Address already in use");
  }

  /// The end of what the server said.
  String log() {
    try {
      String text = Files.readString(folder.resolve("redis.log"));
      return text.substring(Math.max(0, text.length() - 2000));
    } catch (IOException e) {
      return "(no log: " + e + ")";
    }
  }

  /// Sends a signal such as `STOP` or `CONT`.
  void signal(String name) {
    Signals.send(process, name);
  }

  void kill() {
    Signals.end(process, 1);
    RUNNING.remove(process);
  }

  void deleteFolder() {
    Scratch.delete(folder);
  }
}
