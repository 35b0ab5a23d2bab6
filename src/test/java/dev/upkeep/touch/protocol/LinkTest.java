package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.Deadline;
import dev.upkeep.touch.conversation.TouchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkTest {
  /// A group address takes no connection: the system says at once that there is no way.
  private static final InetAddress NO_WAY = InetAddress.ofLiteral("224.0.0.1");

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void a_host_that_refuses_at_one_address_is_not_called_out_of_reach_for_another()
      throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, HERE)) {
      port = gone.getLocalPort();
    }
    Endpoint endpoint = new Endpoint.Redis("shop.example.com", port, Optional.empty(), false);

    for (List<InetAddress> addresses : List.of(List.of(HERE, NO_WAY), List.of(NO_WAY, HERE))) {
      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class,
              () -> Link.connect(endpoint, addresses, Deadline.in(Duration.ofSeconds(5))));

      assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
      assertThat(failure.isMaybeOffline()).isFalse();
    }
  }
}
