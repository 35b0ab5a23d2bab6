package dev.upkeep.agent.desktop;

import dev.upkeep.control.Touched;
import dev.upkeep.desktop.Notice;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Elapsed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What came of touches that a person asked for in the tray. Pure.
final class TouchNotice {
  private static final int NAMED = 5;

  private TouchNotice() {}

  /// One notice for all of them.
  ///
  /// @param names of the databases
  static Notice of(List<Touched> touches, Map<UUID, String> names) {
    List<Touched> bad = touches.stream().filter(touched -> !touched.touch().alive()).toList();
    return new Notice(
        "touched",
        // Good news, too: a person waits for it, and GNOME shows nothing of what is LOW.
        Notice.Urgency.NORMAL,
        title(touches, bad, names),
        body(touches, bad, names),
        List.of());
  }

  private static String title(List<Touched> touches, List<Touched> bad, Map<UUID, String> names) {
    if (touches.size() == 1) {
      return name(touches.getFirst(), names) + (bad.isEmpty() ? " is alive" : " was not touched");
    }
    return bad.isEmpty()
        ? "All " + touches.size() + " databases are alive"
        : touches.size() - bad.size() + " of " + touches.size() + " databases are alive";
  }

  private static String body(List<Touched> touches, List<Touched> bad, Map<UUID, String> names) {
    if (bad.isEmpty()) {
      return touches.size() == 1 ? sentence(touches.getFirst()) : "";
    }
    if (touches.size() == 1) {
      return sentence(bad.getFirst());
    }
    StringBuilder body = new StringBuilder();
    for (Touched touched : bad.subList(0, Math.min(NAMED, bad.size()))) {
      body.append(body.isEmpty() ? "" : "\n")
          .append(name(touched, names))
          .append(": ")
          .append(sentence(touched));
    }
    if (bad.size() > NAMED) {
      body.append("\n… and ").append(bad.size() - NAMED).append(" more");
    }
    return body.toString();
  }

  private static String sentence(Touched touched) {
    return switch (touched.touch().outcome()) {
      case Outcome.Alive alive -> {
        String evidence = TrayWords.evidence(alive.evidence());
        yield Character.toUpperCase(evidence.charAt(0))
            + evidence.substring(1)
            + " in "
            + Elapsed.millis(alive.latency())
            + ".";
      }
      case Outcome.Failed failed -> failed.message().then(failed.advice()).english();
      case Outcome.Skipped skipped -> skipped.message().english();
    };
  }

  private static String name(Touched touched, Map<UUID, String> names) {
    return names.getOrDefault(touched.database(), "A removed database");
  }
}
