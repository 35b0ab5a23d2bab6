package dev.upkeep.alert;

import dev.upkeep.alert.webhook.Webhook;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;

/// Where messages of one kind go, as far as is known at this moment.
public sealed interface Destination {
  /// There.
  ///
  /// @param url a secret that passes [Webhook#problem]
  record Known(Secret url) implements Destination {
    /// The part of the address that may be shown.
    public String host() {
      return Webhook.host(url);
    }
  }

  /// Nowhere: nobody has set an address.
  record None() implements Destination {}

  /// There may be an address, in a secret store that does not answer.
  ///
  /// @param why a sentence
  record Unknown(Sentence why) implements Destination {}
}
