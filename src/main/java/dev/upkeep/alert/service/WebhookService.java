package dev.upkeep.alert.service;

import dev.upkeep.http.Request;
import dev.upkeep.http.Response;
import java.net.URI;
import java.util.Optional;

/// A service that takes messages over HTTP. Each is one class, with one line in [WebhookServices].
/// Pure: none sends anything.
public interface WebhookService {
  /// What it is called in settings; the same for ever.
  String word();

  /// What people call it, in every language.
  String title();

  /// Whether an address is this service's and nobody else's.
  boolean owns(URI address);

  /// Whether an address looks like those of this service where everybody hosts it for themselves:
  /// enough to propose it, not to choose it.
  default boolean resembles(URI address) {
    return false;
  }

  /// Everything that is sent for a message.
  Request request(URI address, Post post);

  /// What an answer means.
  default Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(address, response);
  }

  /// Whether programs read it: they are told every event, at any hour.
  default boolean forPrograms() {
    return false;
  }

  /// Why this service cannot be told of anything by this address, as a sentence that does not
  /// repeat it; empty when it can.
  default Optional<String> problem(URI address) {
    return Optional.empty();
  }
}
