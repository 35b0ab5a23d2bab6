package dev.upkeep.cli.status;

import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.ListPhrase;
import dev.upkeep.touch.Outcome;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// History for people: a line a touch. Pure.
final class HistoryLines {
  private static final int WIDEST_NAME = 32;

  private final Map<UUID, String> names;
  private final When when;
  private final int width;

  /// @param shown the names that may occur; their widths make the column, since rows are printed
  ///   before all are known
  HistoryLines(Map<UUID, String> names, Collection<String> shown, When when) {
    this.names = Map.copyOf(names);
    this.when = when;
    this.width = shown.stream().mapToInt(name -> Screen.width(shortened(name))).max().orElse(0);
  }

  /// `2025-12-22 14:02:31 alive shop-cache write verified in 42 ms`.
  String line(RecordedTouch touch) {
    String name =
        shortened(names.getOrDefault(touch.database(), when.language().say(ListPhrase.REMOVED)));
    String line =
        when.exact(touch.at())
            + "  "
            + Screen.pad(TouchReportJson.name(touch.verdict()), 7)
            + "  "
            + Screen.pad(name, width)
            + "  "
            + details(touch);
    return Screen.clean(line);
  }

  private String details(RecordedTouch touch) {
    String attempts =
        touch.touch().attempts() > 1
            ? when.language().say(ListPhrase.ATTEMPT, touch.touch().attempts())
            : "";
    return switch (touch.touch().outcome()) {
      case Outcome.Alive alive ->
          when.language()
                  .say(
                      ListPhrase.TOOK,
                      when.language().say(StatusText.evidence(alive.evidence())),
                      when.millis(alive.latency()))
              + attempts
              + alive.remark().map(remark -> "; " + when.language().say(remark)).orElse("");
      case Outcome.Failed failed -> when.language().say(failed.message());
      case Outcome.Skipped skipped -> when.language().say(skipped.message());
    };
  }

  private static String shortened(String name) {
    return Screen.shorten(Screen.clean(name), WIDEST_NAME);
  }
}
