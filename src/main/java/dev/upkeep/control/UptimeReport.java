package dev.upkeep.control;

import dev.upkeep.history.Uptime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Uptime over each of the usual windows.
///
/// @param windows the shortest first
public record UptimeReport(List<Window> windows) {
  public static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

  public UptimeReport {
    windows = List.copyOf(windows);
  }

  /// For each window.
  ///
  /// @param touches how many there are that say anything, as far back as a window goes
  public UptimeReport(Map<Duration, Uptime> byWindow, ToLongFunction<Duration> touches) {
    this(
        byWindow.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> Window.of(one.getKey(), one.getValue(), touches.applyAsLong(one.getKey())))
            .toList());
  }

  public Map<Duration, Uptime> byWindow() {
    return windows.stream().collect(Collectors.toMap(Window::window, Window::uptime));
  }

  /// One of them; the rest as in [Uptime].
  ///
  /// @param touches how many the figures rest on; whole days are counted, in UTC
  public record Window(
      Duration window, Duration span, Duration watched, Duration up, long touches) {
    static Window of(Duration window, Uptime uptime, long touches) {
      return new Window(window, uptime.span(), uptime.watched(), uptime.up(), touches);
    }

    public Uptime uptime() {
      return new Uptime(span, watched, up);
    }
  }
}
