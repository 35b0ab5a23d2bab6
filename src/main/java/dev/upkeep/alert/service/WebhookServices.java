package dev.upkeep.alert.service;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Every service that a webhook can lead to.
public final class WebhookServices {
  /// In the order in which they are offered; the last one takes every address.
  private static final List<WebhookService> ALL =
      List.of(
          new Slack(), //
          new Discord(),
          new JsonPost());

  private WebhookServices() {}

  /// The service that this address belongs to.
  public static WebhookService of(URI address) {
    return ALL.stream()
        .filter(service -> service.owns(address))
        .findFirst()
        .orElseGet(ALL::getLast);
  }

  /// The service that is called so.
  public static Optional<WebhookService> named(String word) {
    return ALL.stream().filter(service -> service.word().equals(word)).findFirst();
  }

  public static List<WebhookService> all() {
    return ALL;
  }
}
