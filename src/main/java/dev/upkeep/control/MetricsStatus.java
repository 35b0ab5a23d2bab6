package dev.upkeep.control;

import dev.upkeep.language.Sentence;
import java.util.Optional;

/// Whether the agent serves metrics.
///
/// @param page the address of the page; empty where none is served
/// @param trouble what keeps it from being served, as a sentence; empty when that is not wanted
/// @param byOption whether `--metrics` says where, so that the setting does not count
public record MetricsStatus(Optional<String> page, Optional<Sentence> trouble, boolean byOption) {
  /// Not served and not wanted.
  public static final MetricsStatus OFF =
      new MetricsStatus(Optional.empty(), Optional.empty(), false);
}
