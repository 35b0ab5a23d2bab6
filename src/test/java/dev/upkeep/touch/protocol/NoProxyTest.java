package dev.upkeep.touch.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.touch.conversation.Deadline;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class NoProxyTest {
  @Test
  void a_proxy_that_an_option_of_java_names_is_not_shown_a_password() throws Exception {
    Map<String, String> before = new TreeMap<>();
    try (BadServer redis = BadServer.start(Behaviours.okToPing());
        BadServer proxy = BadServer.start(Behaviours.okToPing())) {
      Map<String, String> options =
          Map.of(
              "socksProxyHost",
              "127.0.0.1",
              "socksProxyPort",
              "" + proxy.port(),
              "socksNonProxyHosts",
              "nowhere");
      options.forEach((name, value) -> {
        Optional.ofNullable(System.setProperty(name, value)).ifPresent(v -> before.put(name, v));
      });
      Endpoint endpoint = new Endpoint.Redis("127.0.0.1", redis.port(), Optional.empty(), false);
      try (Socket _ =
          Link.connect(
              endpoint,
              List.of(InetAddress.ofLiteral("127.0.0.1")),
              Deadline.in(Duration.ofSeconds(5)))) {
        assertThat(proxy.connections()).isZero();
      } finally {
        options.keySet().forEach(System::clearProperty);
        before.forEach(System::setProperty);
      }
    }
  }
}
