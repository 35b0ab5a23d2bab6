package dev.upkeep.control.client;

import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.server.ControlServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A fake agent in a process of its own: starts as every start does, prints what came of it, and
/// serves until it is killed.
final class Keeper {
  private Keeper() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    AgentPlace place = AgentPlace.in(Path.of(args[0]));
    Patience patience = Boolean.parseBoolean(args[1]) ? Queueing.at(place) : () -> false;
    switch (Start.at(place, patience)) {
      case Start.Acquired(var lock) -> {
        new ControlServer(lock, new SampleAgent(), InstantSource.system()).start();
        System.out.println("serving");
        Thread.sleep(120_000);
      }
      case Start.Running _ -> System.out.println("running");
      case Start.OtherVersion _ -> System.out.println("other version");
      case Start.Busy _ -> System.out.println("busy");
    }
  }

  static Process start(Path folder) {
    return start(folder, true);
  }

  static Process start(Path folder, boolean patient) {
    try {
      return new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Keeper.class.getName(),
                  folder.toString(),
                  Boolean.toString(patient)))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came of the start.
  static String firstLine(Process keeper) throws IOException {
    var out =
        new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
    return String.valueOf(out.readLine());
  }
}
