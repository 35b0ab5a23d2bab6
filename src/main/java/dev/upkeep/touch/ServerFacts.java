package dev.upkeep.touch;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a server says that it is. Foreign text, made fit to be shown.
///
/// @param product as `Redis` or `Valkey`
/// @param mode as `standalone` or `cluster`
/// @param role as `master` or `replica`
public record ServerFacts(
    String product, String version, Optional<String> mode, Optional<String> role) {

  /// Product and version, by which a server that was replaced is noticed.
  public String name() {
    return product + " " + version;
  }

  /// All of it, for people.
  public String text() {
    return Stream.concat(Stream.of(name()), Stream.concat(mode.stream(), role.stream()))
        .collect(Collectors.joining(", "));
  }
}
