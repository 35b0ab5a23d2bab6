package dev.upkeep.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of a user who is not us; only root can start one.
public final class OtherUser {
  /// Nobody, on every Linux.
  public static final int ID = 65534;

  private OtherUser() {}

  public static boolean canBe() throws IOException {
    return Files.exists(Path.of("/usr/bin/setpriv"))
        && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /// Runs a main class of the tests and returns what it prints.
  static String run(Path classes, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("/usr/bin/setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classes.toString(), main.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("other-user", ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
