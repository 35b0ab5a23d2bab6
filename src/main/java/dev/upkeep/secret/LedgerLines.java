package dev.upkeep.secret;

import dev.upkeep.database.Place;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The lines of a [SecretLedger] and what they add up to. A line that cannot be read changes
/// nothing: it is a newer version's, or the end of one that a power cut broke off.
final class LedgerLines {
  private Optional<UUID> home = Optional.empty();
  private final Map<UUID, StoreName> kept = new LinkedHashMap<>();
  private final Map<UUID, Instant> owed = new LinkedHashMap<>();
  private final Map<UUID, Place> bound = new LinkedHashMap<>();
  private final Set<UUID> taken = new LinkedHashSet<>();
  private final Set<UUID> stale = new LinkedHashSet<>();

  static String home(UUID id) {
    return "home " + id;
  }

  static String kept(UUID id, StoreName store) {
    return "kept " + id + " " + store.word();
  }

  static String gone(UUID id) {
    return "gone " + id;
  }

  static String owed(UUID id, Instant since) {
    return "owed " + id + " " + since;
  }

  static String wanted(UUID id) {
    return "wanted " + id;
  }

  static String taken(UUID id) {
    return "taken " + id;
  }

  static String stale(UUID id) {
    return "stale " + id;
  }

  static String free(UUID id) {
    return "free " + id;
  }

  static String bound(UUID id, Place place) {
    return "bound " + id + " " + place.digest();
  }

  void apply(String line) {
    String[] words = line.strip().split(" ", -1);
    try {
      UUID id = words.length > 1 ? UUID.fromString(words[1]) : null;
      if (id == null) {
        return;
      }
      String rest = words.length > 2 ? words[2] : "";
      switch (words[0]) {
        case "home" -> home = Optional.of(id);
        case "kept" -> kept.put(id, StoreName.valueOf(rest.toUpperCase(Locale.ROOT)));
        case "owed" -> owed.put(id, Instant.parse(rest));
        case "wanted" -> owed.remove(id);
        case "bound" -> bound.put(id, new Place(rest));
        case "gone" -> {
          kept.remove(id);
          owed.remove(id);
          stale.remove(id);
        }
        case "stale" -> stale.add(id);
        case "taken" -> taken.add(id);
        case "free" -> bound.remove(id);
        default -> {}
      }
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      // See above.
    }
  }

  /// As few lines as say the same.
  String text() {
    StringBuilder text = new StringBuilder();
    home.ifPresent(id -> text.append(home(id)).append('\n'));
    kept.forEach((id, store) -> text.append(kept(id, store)).append('\n'));
    owed.forEach((id, since) -> text.append(owed(id, since)).append('\n'));
    taken.forEach(id -> text.append(taken(id)).append('\n'));
    stale.forEach(id -> text.append(stale(id)).append('\n'));
    bound.forEach((id, place) -> text.append(bound(id, place)).append('\n'));
    return text.toString();
  }

  int size() {
    return kept.size() + owed.size() + bound.size() + taken.size() + stale.size();
  }

  boolean knows(UUID id) {
    return kept.containsKey(id) || owed.containsKey(id);
  }

  Optional<UUID> home() {
    return home;
  }

  Map<UUID, StoreName> kept() {
    return kept;
  }

  Map<UUID, Instant> owed() {
    return owed;
  }

  Set<UUID> stale() {
    return stale;
  }

  Set<UUID> taken() {
    return taken;
  }

  Map<UUID, Place> bound() {
    return bound;
  }
}
