package dev.upkeep.definitions;

import dev.upkeep.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the file held and this version does not understand. It is written again, so that neither a
/// newer version nor a person with a slip of the pen loses anything.
///
/// @param members of the whole file
/// @param byDatabase members of entries that could otherwise be read
/// @param entries that could not be read at all
record UnknownMembers(
    Map<String, Json> members, Map<UUID, Map<String, Json>> byDatabase, List<Json> entries) {
  static final UnknownMembers NOTHING = new UnknownMembers(Map.of(), Map.of(), List.of());

  UnknownMembers {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    byDatabase = Map.copyOf(byDatabase);
    entries = List.copyOf(entries);
  }

  Map<String, Json> of(UUID id) {
    return byDatabase.getOrDefault(id, Map.of());
  }
}
