package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the machine's network is like: the real thing answers, and in time.
@Timeout(60)
class OnlineCheckIT {
  private static final long NANOS_OF_SLACK = Duration.ofSeconds(5).toNanos();

  @Test
  void answersInTime() {
    long start = System.nanoTime();
    NetworkState state =
        OnlineCheck.ofThisComputer(OnlineCheck.CONTROL_NAMES)
            .check(List.of(), OnlineCheck.AMPLE_TIME);
    assertThat(System.nanoTime() - start)
        .isLessThan(OnlineCheck.AMPLE_TIME.toNanos() + NANOS_OF_SLACK);
    assertThat(state).isNotNull();
  }

  @Test
  void asksTheSystemAboutTheWayOutInTime() {
    SocketUplink uplink = new SocketUplink();
    long start = System.nanoTime();
    boolean routed = uplink.hasRoute();
    boolean connected = uplink.connects(Duration.ofMillis(300));
    assertThat(System.nanoTime() - start).isLessThan(NANOS_OF_SLACK);
    assertThat(routed || !connected).as("what connects is routed").isTrue();
    assertThat(uplink.hasInterface() || !routed).as("what is routed has an interface").isTrue();
  }
}
