package dev.upkeep.window.history;

import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.Verdict;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.touch.UtcText;
import dev.upkeep.window.text.CoreText;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.words.Screen;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// Says what happened. Pure.
///
/// @param names what each database is called; one that is not in it was removed
/// @param label who we are in a stamp: our own previous touch is no news
record HistoryWords(TimeWords moments, Map<UUID, String> names, String label) {
  private static final Duration DAY = Duration.ofDays(1);

  /// Less than this is nearly all of the time, and is not worth a word.
  private static final double ALL = 0.995;

  private static final String BETWEEN = " · ";

  /// `3 min ago`, or `22 Dec, 14:02`.
  String time(RecordedTouch touch) {
    Instant at = touch.at();
    return Duration.between(at, moments.now()).compareTo(DAY) < 0
        ? moments.past(at)
        : say(HistoryText.DATE_TIME, moments.date(at), moments.time(at));
  }

  String database(RecordedTouch touch) {
    return Optional.ofNullable(names.get(touch.database()))
        .orElseGet(() -> say(HistoryText.REMOVED_DATABASE));
  }

  String outcome(Verdict verdict) {
    return say(
        switch (verdict) {
          case ALIVE -> HistoryText.ONLY_ALIVE;
          case FAILED -> HistoryText.ONLY_FAILED;
          case SKIPPED -> HistoryText.ONLY_SKIPPED;
        });
  }

  String took(RecordedTouch touch) {
    return touch.latency().map(moments::millis).orElse("");
  }

  /// What was proved and who else was there, or what is wrong and what to do.
  String detail(RecordedTouch touch) {
    return switch (touch.touch().outcome()) {
      case Outcome.Alive alive -> {
        List<String> parts = new ArrayList<>();
        parts.add(new CoreWords(moments.texts()).evidence(alive.evidence()));
        alive.remark().map(new CoreWords(moments.texts())::sentence).ifPresent(parts::add);
        alive.previousStamp().flatMap(this::alsoKept).ifPresent(parts::add);
        yield String.join(BETWEEN, parts);
      }
      case Outcome.Failed failed -> new CoreWords(moments.texts()).both(failed);
      case Outcome.Skipped skipped -> new CoreWords(moments.texts()).reason(skipped);
    };
  }

  private Optional<String> alsoKept(Stamp stamp) {
    return stamp.label().equals(label)
        ? Optional.empty()
        : Optional.of(
            moments
                .texts()
                .say(CoreText.ALSO_KEPT, Screen.clean(stamp.label()), moments.exact(stamp.at())));
  }

  /// The exact instant, here and in UTC, and everything else that a line may have cut off.
  String hover(RecordedTouch touch) {
    return say(HistoryText.HOVER, moments.exact(touch.at()), UtcText.of(touch.touch().at()))
        + "\n"
        + database(touch)
        + "\n"
        + detail(touch);
  }

  /// What is said of one stretch of the chart.
  String stretch(Stretch stretch, LatencyChart chart) {
    List<String> lines = new ArrayList<>();
    lines.add(say(HistoryText.STRETCH, moments.exact(stretch.from()), moments.exact(stretch.to())));
    stretch
        .latency()
        .filter(_ -> chart.curve())
        .ifPresent(bucket ->
            lines.add(
                say(
                    HistoryText.STRETCH_LATENCY,
                    bucket.touches(),
                    moments.millis(bucket.mean()),
                    moments.millis(bucket.max()))));
    switch (chart.ground(stretch)) {
      case OUTAGE ->
          lines.add(
              say(HistoryText.STRETCH_OUTAGE, moments.span(stretch.watched().minus(stretch.up()))));
      case UNWATCHED -> lines.add(say(HistoryText.STRETCH_UNWATCHED));
      case UP -> {
        if (stretch.latency().isEmpty()) {
          lines.add(say(HistoryText.STRETCH_QUIET));
        }
      }
    }
    return String.join("\n", lines);
  }

  /// What is said of a whole chart.
  String chart(LatencyChart chart) {
    return chart.stretches().isEmpty()
        ? say(HistoryText.STRETCH_UNWATCHED)
        : say(
            HistoryText.CHART,
            moments.exact(chart.stretches().getFirst().from()),
            moments.exact(chart.stretches().getLast().to()),
            chart.outageCount());
  }

  /// Times at which a person looks for something: whole hours or days, where the reader is.
  ChartAxis axis(Instant from, Instant to) {
    return ChartAxis.of(from, to, moments);
  }

  UptimeFigure figure(Duration window, HistoryFigures.Sum sum) {
    Uptime uptime = sum.uptime();
    String name = name(window, sum.longest());
    String share =
        uptime.upShare().isPresent()
            ? percent(uptime.upShare().getAsDouble(), decimals(sum.touches()))
            : say(HistoryText.SHARE_UNKNOWN);
    String watched = watched(uptime.watchedShare());
    return new UptimeFigure(
        name, share, watched, say(HistoryText.UPTIME, name, share, watched).strip());
  }

  /// A window is named only if there was somebody to look for as long; else since when there was.
  private String name(Duration window, Duration longest) {
    boolean whole = longest.plus(window.dividedBy(100)).compareTo(window) >= 0;
    if (!longest.isZero() && !whole) {
      return say(
          HistoryText.WINDOW_SINCE,
          moments.date(moments.now().minus(longest)),
          moments.span(longest));
    }
    return window.compareTo(DAY) > 0
        ? say(HistoryText.WINDOW_DAYS, window.toDays())
        : say(HistoryText.WINDOW_HOURS, window.toHours());
  }

  /// One touch in a hundred is one per cent: finer than that, a figure would be made up.
  private static int decimals(long touches) {
    return touches >= 1000 ? 2 : touches >= 100 ? 1 : 0;
  }

  private String watched(OptionalDouble share) {
    if (share.isEmpty() || share.getAsDouble() == 0) {
      return say(HistoryText.UNWATCHED);
    }
    return share.getAsDouble() < ALL
        ? say(HistoryText.WATCHED, percent(share.getAsDouble(), 0))
        : "";
  }

  /// Rounded down: only what was up all the time is 100 %.
  private String percent(double share, int decimals) {
    NumberFormat format = NumberFormat.getPercentInstance(moments.texts().locale());
    format.setMaximumFractionDigits(decimals);
    format.setMinimumFractionDigits(share > 0 && share < 1 ? decimals : 0);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(share);
  }

  private String say(HistoryText text, Object... arguments) {
    return moments.texts().say(text, arguments);
  }
}
