package dev.upkeep.bench;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.protocol.Touchers;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Shakes hands a hundred thousand times, every tenth time with a server whose certificate is
/// another's, and looks for what grows. Wants a small heap (`-Xmx64m`), which is full long before
/// the first look.
public final class SoakBench {
  private static final int TOUCHES = 100_000;
  private static final int FAILING = 10;
  private static final int LOOKS = 10;
  private static final double GROWTH = 2;

  private SoakBench() {}

  private record Look(double heap, double memory, int threads, int files) {
    static Look now() throws IOException {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      ProcessFigures figures = new ProcessFigures(ProcessHandle.current().pid());
      return new Look(
          (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
          figures.anonymousPss(),
          figures.threads(),
          figures.openFiles());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "heap %.2f MiB, memory %.1f MiB, %d threads, %d files",
          heap,
          memory,
          threads,
          files);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int touches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TOUCHES;
    try (RedisServer redis = RedisServer.builder().tls(Certificates.server()).start();
        RedisServer impostor = RedisServer.builder().tls(Certificates.wrongHost()).start()) {
      Toucher toucher =
          Touchers.standard(
              Clock.systemUTC(),
              OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
              () -> List.of("localhost"));
      TouchRequest good = request(redis);
      TouchRequest bad = request(impostor);
      List<Look> looks = new ArrayList<>();
      for (int look = 1; look <= LOOKS; look++) {
        touch(toucher, good, bad, touches / LOOKS);
        looks.add(Look.now());
        System.out.printf(
            Locale.ROOT, "%,d touches: %s%n", touches / LOOKS * look, looks.getLast());
      }
      report(touches, looks.getFirst(), looks.getLast());
    }
  }

  private static TouchRequest request(RedisServer server) {
    Endpoint endpoint = new Endpoint.Redis("localhost", server.tlsPort(), Optional.empty(), true);
    Database database =
        Database.of(new UUID(1, server.tlsPort()), "soak", endpoint)
            .withCaFile(Optional.of(Certificates.caFile()));
    return new TouchRequest(database, Optional.empty(), "soak");
  }

  private static void touch(Toucher toucher, TouchRequest good, TouchRequest bad, int times) {
    for (int i = 0; i < times; i++) {
      boolean refused = i % FAILING == 0;
      Outcome outcome = toucher.touch(refused ? bad : good).outcome();
      boolean expected =
          refused
              ? outcome instanceof Outcome.Failed failed && failed.kind() == FailureKind.TLS
              : outcome instanceof Outcome.Alive;
      if (!expected) {
        throw new IllegalStateException(outcome.toString());
      }
    }
  }

  private static void report(int touches, Look first, Look last) {
    String what =
        String.format(Locale.ROOT, "%,d touches over TLS, from the first tenth on: ", touches);
    Figures.atMost(what + "memory", last.memory() - first.memory(), "MiB", GROWTH);
    Figures.atMost(what + "live heap", last.heap() - first.heap(), "MiB", GROWTH);
    Figures.atMost(what + "threads", last.threads() - first.threads(), "more", 0);
    Figures.atMost(what + "open files", last.files() - first.files(), "more", 0);
  }
}
