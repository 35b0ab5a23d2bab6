package dev.upkeep.secret;

import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A secret with the place that it was given for, as one text in a store: so the two can neither be
/// parted nor be changed by whoever changes a definition.
record BoundSecret(Place place, Secret secret) {
  /// What it is longer than the secret alone, in bytes.
  static final int EXTRA_BYTES = 32;

  private static final Pattern TEXT =
      Pattern.compile("upkeep:1:([A-Za-z0-9_-]{22}):(.*)", Pattern.DOTALL);

  /// Reads what [#sealed] wrote; empty for what was stored before secrets had a place.
  static Optional<BoundSecret> of(Secret stored) {
    Matcher text = TEXT.matcher(stored.reveal());
    return text.matches()
        ? Optional.of(new BoundSecret(new Place(text.group(1)), Secret.of(text.group(2))))
        : Optional.empty();
  }

  Secret sealed() {
    return Secret.of("upkeep:1:" + place.digest() + ":" + secret.reveal());
  }
}
