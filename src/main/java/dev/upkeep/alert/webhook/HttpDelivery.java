package dev.upkeep.alert.webhook;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import dev.upkeep.http.WebClient;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
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

  Delivery deliver(Request request) {
    String host = request.uri().getHost();
    try (WebClient client = WebClient.to(request.uri())) {
      Response response = client.send(request.withTimeout(timeout));
      if (response.ok()) {
        return new Delivery.Delivered(response.status());
      }
      boolean redirect = response.status() >= 300 && response.status() < 400;
      return new Delivery.NotDelivered(
          host
              + (redirect ? " redirects elsewhere (" : " answered with an error (")
              + response.status()
              + ")",
          RetryAfter.of(response));
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
