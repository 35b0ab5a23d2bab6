package dev.upkeep.touch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How long each rung of one attempt took; a rung that was not reached or not needed is absent.
/// Commands that shared one round trip are counted under the first of them.
public record Timings(Map<Rung, Duration> byRung) {
  public static final Timings NONE = new Timings(Map.of());

  public Timings {
    byRung = byRung.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byRung));
  }

  public Optional<Duration> of(Rung rung) {
    return Optional.ofNullable(byRung.get(rung));
  }

  /// Everything after the connection stood: authentication and commands.
  public Duration command() {
    return byRung.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(Rung.TLS) > 0 && entry.getKey() != Rung.SERVER)
        .map(Map.Entry::getValue)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
