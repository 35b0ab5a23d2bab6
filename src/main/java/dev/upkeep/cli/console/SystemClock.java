package dev.upkeep.cli.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The system's time, and its zone for who asks: a `ping` does not, and the zones of the world take
/// a while to read.
final class SystemClock extends Clock {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return system(zone);
  }
}
