package dev.upkeep.control;

import java.util.List;

/// What came of an import.
///
/// @param added the names of the databases that are there now, paused
/// @param problems what could not be used, a sentence each
public record ImportReport(List<String> added, List<String> problems) {
  public ImportReport {
    added = List.copyOf(added);
    problems = List.copyOf(problems);
  }
}
