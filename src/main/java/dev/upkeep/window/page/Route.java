package dev.upkeep.window.page;

import dev.upkeep.window.intake.Clip;
import dev.upkeep.window.intake.Gathered;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Somewhere in the window that one can go to.
public sealed interface Route {
  /// The overview.
  record Databases() implements Route {}

  /// The overview, with one database chosen.
  record Chosen(UUID database) implements Route {}

  /// The overview of some databases alone, whose touches did not succeed.
  record Unsuccessful(Set<UUID> databases) implements Route {
    public Unsuccessful {
      databases = Set.copyOf(databases);
    }
  }

  /// Where a database is added; perhaps half filled in already.
  record Add() implements Route {}

  /// Where a text that was pasted or dropped somewhere is added.
  record Paste(Clip clip) implements Route {}

  /// Where what was found in dropped files is added.
  record Take(Gathered gathered) implements Route {}

  /// Where databases of an Upstash account are added.
  record ImportUpstash() implements Route {}

  /// Where a database is changed.
  record Edit(UUID database) implements Route {}

  /// What happened, to one database or to all.
  record History(Optional<UUID> database) implements Route {}

  /// What the next 30 days bring, perhaps with one database chosen.
  record Safety(Optional<UUID> database) implements Route {}

  record Settings() implements Route {}

  record Help() implements Route {}
}
