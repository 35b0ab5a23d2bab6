package dev.upkeep.alert.webhook;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebClient;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/// Carries one request and says in words what became of it.
final class HttpDelivery {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Duration timeout;

  HttpDelivery() {
    this(TIMEOUT);
  }

  /// @param timeout for the whole delivery
  HttpDelivery(Duration timeout) {
    this.timeout = timeout;
  }

  /// @param answer what an answer means
  Delivery deliver(Request request, Function<Response, Delivery> answer) {
    String host = request.uri().getHost();
    try (WebClient client = WebClient.to(request.uri())) {
      return answer.apply(client.send(request.withTimeout(timeout)));
    } catch (UnknownHostException e) {
      return new Delivery.NotDelivered("the name " + host + " does not resolve");
    } catch (SSLException e) {
      return new Delivery.NotDelivered("no trusted encrypted connection to " + host);
    } catch (IOException e) {
      // WebClient's own words, which name the host alone.
      return new Delivery.NotDelivered(
          Objects.requireNonNullElse(e.getMessage(), host + " could not be reached"));
    }
  }
}
