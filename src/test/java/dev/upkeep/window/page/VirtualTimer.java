package dev.upkeep.window.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Time that passes when a test says so.
public final class VirtualTimer implements WindowTime.Timer, InstantSource {
  private final List<Appointment> appointments = new ArrayList<>();
  private Instant now;

  public VirtualTimer(Instant now) {
    this.now = now;
  }

  private record Appointment(Instant at, Runnable action) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public WindowTime.Waiting after(Duration time, Runnable action) {
    Appointment one = new Appointment(now.plus(time), action);
    appointments.add(one);
    return () -> appointments.remove(one);
  }

  @Override
  public WindowTime.Waiting every(Duration time, Runnable action) {
    List<WindowTime.Waiting> latest = new ArrayList<>();
    Runnable again =
        new Runnable() {
          @Override
          public void run() {
            action.run();
            latest.set(0, after(time, this));
          }
        };
    latest.add(after(time, again));
    return () -> latest.getFirst().close();
  }

  public void advance(Duration time) {
    Instant end = now.plus(time);
    while (true) {
      Optional<Appointment> next =
          appointments.stream()
              .filter(one -> !one.at().isAfter(end))
              .min(Comparator.comparing(Appointment::at));
      if (next.isEmpty()) {
        break;
      }
      appointments.remove(next.get());
      now = next.get().at();
      next.get().action().run();
    }
    now = end;
  }
}
