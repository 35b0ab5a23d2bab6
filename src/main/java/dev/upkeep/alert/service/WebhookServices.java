package dev.upkeep.alert.service;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Every service that a webhook can lead to.
public final class WebhookServices {
  /// In the order in which they are offered; the last one takes every address.
  private static final List<WebhookService> ALL =
      List.of(
          new Slack(),
          new Discord(),
          new Teams(),
          new GoogleChat(),
          new Telegram(),
          new Ntfy(),
          new Gotify(),
          new Pushover(),
          new Mattermost(),
          new RocketChat(),
          new JsonPost());

  private WebhookServices() {}

  /// The service that this address belongs to.
  public static WebhookService of(URI address) {
    return ALL.stream()
        .filter(service -> service.owns(address))
        .findFirst()
        .orElseGet(ALL::getLast);
  }

  /// A service that an address looks like which tells nothing by its host: to be proposed to
  /// whoever has set it.
  public static Optional<WebhookService> like(URI address) {
    return of(address).equals(ALL.getLast())
        ? ALL.stream().filter(service -> service.resembles(address)).findFirst()
        : Optional.empty();
  }

  /// The service that is called so.
  public static Optional<WebhookService> named(String word) {
    return ALL.stream().filter(service -> service.word().equals(word)).findFirst();
  }

  public static List<WebhookService> all() {
    return ALL;
  }
}
