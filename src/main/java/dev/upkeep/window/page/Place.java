package dev.upkeep.window.page;

import java.util.Optional;
import java.util.UUID;

/// Somewhere in the window that one can go to.
public sealed interface Place {
  /// The overview.
  record Databases() implements Place {}

  /// Where a database is added; perhaps half filled in already.
  record Add() implements Place {}

  /// Where databases of an Upstash account are added.
  record ImportUpstash() implements Place {}

  /// Where a database is changed.
  record Edit(UUID database) implements Place {}

  /// What happened, to one database or to all.
  record History(Optional<UUID> database) implements Place {}

  record Settings() implements Place {}

  record Help() implements Place {}
}
