package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hosts at which databases are kept on several ports: there, the port tells them apart.
///
/// @param hosts in the form of the definitions
public record AlikeHosts(Set<String> hosts) {
  public AlikeHosts {
    hosts = Set.copyOf(hosts);
  }

  static AlikeHosts among(List<DatabaseStatus> databases) {
    Map<String, Integer> first = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (DatabaseStatus status : databases) {
      String host = status.database().endpoint().host();
      int port = status.database().endpoint().port();
      Integer seen = first.putIfAbsent(host, port);
      if (seen != null && seen != port) {
        several.add(host);
      }
    }
    return new AlikeHosts(several);
  }

  boolean has(Database database) {
    return hosts.contains(database.endpoint().host());
  }
}
