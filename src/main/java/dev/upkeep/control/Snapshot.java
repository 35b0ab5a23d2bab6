package dev.upkeep.control;

import dev.upkeep.database.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Everything there is to see, at one moment.
///
/// @param databases in the user's order
public record Snapshot(AgentInfo agent, List<DatabaseStatus> databases) {
  public Snapshot {
    databases = List.copyOf(databases);
  }

  /// What there is to see after a change. A change that says nothing about what a snapshot holds
  /// leaves it as it is.
  public Snapshot after(Change change) {
    return switch (change) {
      case Change.Database(DatabaseStatus status) -> put(status);
      case Change.Removed(UUID id) ->
          with(list -> list.stream().filter(status -> !is(status, id)).toList());
      case Change.Reordered(List<UUID> order) ->
          with(list ->
              list.stream()
                  .sorted(Comparator.comparingInt(s -> order.indexOf(s.database().id())))
                  .toList());
      case Change.Agent(AgentInfo info) -> new Snapshot(info, databases);
      // The status that follows says the same and more.
      case Change.TouchEnded _, Change.HealthChanged _ -> this;
      case Change.Settings _, Change.Outlet _, Change.Wanted _ -> this;
    };
  }

  /// The same after several changes, one after another: those of databases that come in a row are
  /// taken over in one step.
  public Snapshot after(List<Change> changes) {
    Snapshot now = this;
    Map<UUID, DatabaseStatus> put = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Database(DatabaseStatus status)) {
        put.put(status.database().id(), status);
      } else if (!saysNothing(change)) {
        now = now.put(put).after(change);
        put.clear();
      }
    }
    return now.put(put);
  }

  /// Those that are kept at this place: the same host, port and user, encrypted or not.
  public List<DatabaseStatus> keptAt(Endpoint place) {
    return databases.stream().filter(status -> isAt(status.database().endpoint(), place)).toList();
  }

  /// Those of them that wait for a secret that is meant for this place: not for one that goes
  /// through an encrypted connection only, if theirs is not.
  public List<DatabaseStatus> awaitingSecretAt(Endpoint place) {
    return keptAt(place).stream()
        .filter(DatabaseStatus::awaitsSecret)
        .filter(status -> status.database().sentinel().isEmpty())
        .filter(status -> isEncrypted(status.database().endpoint()) || !isEncrypted(place))
        .toList();
  }

  private static boolean isAt(Endpoint kept, Endpoint place) {
    boolean samePort = kept.port() == place.port() && kept.host().equalsIgnoreCase(place.host());
    if (kept instanceof Endpoint.Redis one && place instanceof Endpoint.Redis other) {
      return samePort && userOf(one).equals(userOf(other));
    }
    return kept.equals(place);
  }

  private static boolean isEncrypted(Endpoint place) {
    return !(place instanceof Endpoint.Redis redis) || redis.tls();
  }

  /// Redis takes a password without a user for that of `default`.
  private static String userOf(Endpoint.Redis place) {
    return place.user().orElse("default");
  }

  private static boolean saysNothing(Change change) {
    return switch (change) {
      case Change.TouchEnded _, Change.HealthChanged _ -> true;
      case Change.Settings _, Change.Outlet _, Change.Wanted _ -> true;
      case Change.Database _, Change.Removed _, Change.Reordered _, Change.Agent _ -> false;
    };
  }

  private Snapshot put(Map<UUID, DatabaseStatus> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Map<UUID, DatabaseStatus> after = new LinkedHashMap<>();
    databases.forEach(status -> after.put(status.database().id(), status));
    after.putAll(changed);
    return new Snapshot(agent, List.copyOf(after.values()));
  }

  private Snapshot put(DatabaseStatus status) {
    List<DatabaseStatus> after = new ArrayList<>(databases);
    for (int i = 0; i < after.size(); i++) {
      if (is(after.get(i), status.database().id())) {
        after.set(i, status);
        return new Snapshot(agent, after);
      }
    }
    after.add(status);
    return new Snapshot(agent, after);
  }

  private Snapshot with(UnaryOperator<List<DatabaseStatus>> change) {
    return new Snapshot(agent, change.apply(databases));
  }

  private static boolean is(DatabaseStatus status, UUID id) {
    return status.database().id().equals(id);
  }
}
