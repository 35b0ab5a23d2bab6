package dev.upkeep.control;

import dev.upkeep.language.Sentence;
import java.util.List;

/// What came of an import, or would come of it.
///
/// @param added the names of the databases that are there now, paused
/// @param settings those that have another value in the file
/// @param problems what could not be used, a sentence each
public record ImportReport(
    List<String> added, List<SettingChange> settings, List<Sentence> problems) {
  public ImportReport {
    added = List.copyOf(added);
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }

  /// An import without settings.
  public ImportReport(List<String> added, List<Sentence> problems) {
    this(added, List.of(), problems);
  }

  /// One setting.
  ///
  /// @param before as here, `after` as in the file
  /// @param made whether it is changed; an address only after a yes
  public record SettingChange(String key, String before, String after, boolean made) {}
}
