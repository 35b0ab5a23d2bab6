package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.Toucher;
import dev.upkeep.touch.protocol.Touchers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Touches databases without an agent, a few at a time, and prints each result as soon as it and
/// all before it are there.
final class OneShot {
  private static final int AT_ONCE = 16;

  private final Upkeep upkeep;
  private final String label;

  OneShot(Upkeep upkeep, String label) {
    this.upkeep = upkeep;
    this.label = label;
  }

  List<PingResult> touch(List<Target> targets) throws Exception {
    return touch(targets, Map.of());
  }

  /// Touches all but those whose result is known beforehand, which is printed in its turn.
  ///
  /// @param known by the database's id
  List<PingResult> touch(List<Target> targets, Map<UUID, Touch> known) throws Exception {
    Toucher toucher =
        Touchers.standard(
            Clock.systemUTC(),
            OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES),
            Targets.hosts(targets));
    PingReport report = new PingReport(upkeep);
    List<PingResult> results = new ArrayList<>();
    if (targets.size() == 1) {
      // On this thread: to start the first virtual one takes longer than to touch.
      Target only = targets.getFirst();
      PingResult result = new PingResult(only, visit(toucher, only, known));
      report.print(result);
      return List.of(result);
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Touch>> touches =
          targets.stream()
              .map(target -> threads.submit(() -> visit(toucher, target, known)))
              .toList();
      for (int i = 0; i < touches.size(); i++) {
        PingResult result = new PingResult(targets.get(i), touches.get(i).get());
        report.print(result);
        results.add(result);
      }
    }
    return List.copyOf(results);
  }

  private Touch visit(Toucher toucher, Target target, Map<UUID, Touch> known) {
    Touch result = known.get(target.database().id());
    return result != null
        ? result
        : toucher.touch(new TouchRequest(target.database(), target.secret(), label));
  }
}
