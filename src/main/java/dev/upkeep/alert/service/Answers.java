package dev.upkeep.alert.service;

import dev.upkeep.http.Response;
import java.net.URI;

/// What most services mean by an answer.
public final class Answers {
  private Answers() {}

  /// 200 to 299 is taken, everything else is not.
  public static Delivery byStatus(URI address, Response response) {
    if (response.ok()) {
      return new Delivery.Delivered(response.status());
    }
    boolean redirect = response.status() >= 300 && response.status() < 400;
    return new Delivery.NotDelivered(
        address.getHost()
            + (redirect ? " redirects elsewhere (" : " answered with an error (")
            + response.status()
            + ")",
        RetryAfter.of(response));
  }
}
