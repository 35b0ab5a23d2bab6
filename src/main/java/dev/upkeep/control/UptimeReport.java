package dev.upkeep.control;

import dev.upkeep.history.Uptime;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Uptime over each of the usual windows.
public record UptimeReport(Map<Duration, Uptime> byWindow) {
  public static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

  public UptimeReport {
    byWindow = Map.copyOf(byWindow);
  }
}
