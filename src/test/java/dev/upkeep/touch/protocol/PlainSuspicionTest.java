package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.BadServer;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.conversation.TouchFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A Redis without TLS takes a hello for the beginning of a command, and is silent.
@Timeout(60)
final class PlainSuspicionTest {
  @Test
  void a_plain_redis_is_known_while_the_handshake_still_waits() {
    AtomicInteger visits = new AtomicInteger();
    AtomicBoolean waiting = new AtomicBoolean();
    AtomicBoolean meanwhile = new AtomicBoolean();
    try (BadServer server =
        BadServer.start(visit -> {
          visit.awaitInput();
          if (visits.getAndIncrement() == 0) {
            waiting.set(true);
            visit.holdOpen(); // until the client gives up
            waiting.set(false);
          } else if (visit.command().isPresent()) {
            meanwhile.set(waiting.get());
            visit.send("+PONG\r\n");
          }
        })) {
      Endpoint.Redis place = new Endpoint.Redis("127.0.0.1", server.port(), Optional.empty(), true);

      TouchFailure failure =
          catchThrowableOfType(
              TouchFailure.class,
              () ->
                  Link.open(
                      place,
                      Requests.attempt(Requests.to(place, Optional.of("s3cret"))),
                      Optional.empty()));

      assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
      assertThat(failure.message().english()).contains("127.0.0.1:" + server.port());
      assertThat(meanwhile).as("asked before the handshake was given up").isTrue();
      assertThat(server.commands()).hasToString("[[PING]]");
    }
  }
}
