package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.Modes;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.Scratch;
import dev.upkeep.testing.UpkeepProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Everything below the home is its owner's alone, whatever the umask, after every command.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
final class HomeModesIT {
  private final Path folder = Scratch.folder("modes");

  /// Not there yet: Upkeep makes it.
  private final Path home = folder.resolve("home");

  @AfterEach
  void clean() throws IOException {
    Scratch.delete(folder);
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .by("sh", "-c", "umask 000; exec \"$@\"", "sh")
        .javaOption("-Dupkeep.stretching=1000")
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "passphrase");
  }

  private void run(String stdin, String... arguments) throws Exception {
    UpkeepProcess.Result result = upkeep().stdin(stdin).run(arguments);
    assertThat(result.exitCode()).as(List.of(arguments) + ": " + result.everything()).isZero();
    assertThat(openToOthers()).as("after " + List.of(arguments)).isEmpty();
  }

  /// As `find HOME -perm /077 ! -type l` finds it, the home that we made included.
  private List<String> openToOthers() throws IOException {
    return everything().stream()
        .filter(path -> !Files.isSymbolicLink(path))
        .filter(HomeModesIT::isOpenToOthers)
        .map(path -> home.relativize(path).toString())
        .toList();
  }

  /// What goes while we look, such as a journal of the history, is left out.
  private List<Path> everything() throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.exists(home)) {
      Files.walkFileTree(
          home,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              found.add(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }

  /// Whether an agent has written down where it is.
  private boolean isListening() throws IOException {
    return everything().stream().anyMatch(path -> path.endsWith("agent.json"));
  }

  private static boolean isOpenToOthers(Path path) {
    try {
      return !Modes.of(path).endsWith("------");
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  @Test
  void no_command_leaves_anything_that_others_may_open() throws Exception {
    try (RedisServer redis = RedisServer.builder().password("s3cret").start()) {
      run("redis://:s3cret@127.0.0.1:" + redis.port(), "add", "shop");
      run("", "ping", "shop");
      run("", "settings", "interval", "5h");
      run("", "edit", "shop", "--every", "4h");
      run("", "export", folder.resolve("export.json").toString());
      try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
        while (agent.process().isAlive() && !isListening()) {
          Thread.sleep(50);
        }
        assertThat(openToOthers()).as("while an agent runs").isEmpty();
        run("", "status");
        run("", "stop");
      }
      run("", "remove", "shop");
    }
  }
}
