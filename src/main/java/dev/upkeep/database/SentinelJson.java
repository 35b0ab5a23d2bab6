package dev.upkeep.database;

import dev.upkeep.json.Json;
import java.util.Optional;

/// A [Sentinel] as JSON. Its member names are there for ever.
final class SentinelJson {
  private static final String MASTER = "master";
  private static final String USER = "user";
  private static final String SECRET = "secret";

  private SentinelJson() {}

  static Json write(Sentinel sentinel) {
    return Json.object()
        .put(MASTER, sentinel.master())
        .putIfPresent(USER, sentinel.user())
        .putIfPresent(SECRET, sentinel.secret())
        .build();
  }

  /// Empty if it is none. Whether its members can be used is for [DatabaseRules] to say.
  static Optional<Sentinel> read(Json json) {
    Optional<Json.Obj> members = json.asObject();
    if (members.isEmpty() || isOdd(members.get(), USER) || isOdd(members.get(), SECRET)) {
      return Optional.empty();
    }
    return members
        .get()
        .string(MASTER)
        .map(master ->
            new Sentinel(master, members.get().string(USER), members.get().string(SECRET)));
  }

  private static boolean isOdd(Json.Obj members, String name) {
    return members.get(name).isPresent() && members.string(name).isEmpty();
  }
}
