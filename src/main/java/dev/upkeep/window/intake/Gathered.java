package dev.upkeep.window.intake;

import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import java.util.List;

/// What was found in files that were dropped.
///
/// @param pieces a file each, only those in which there is a database
/// @param problems what keeps a file that was dropped by itself from being used
/// @param read how many files were read
/// @param unreadable how many files and folders could not be
/// @param cut whether there was more than is looked at
public record Gathered(
    List<Piece> pieces,
    List<ConnectionText.Problem> problems,
    int read,
    int unreadable,
    boolean cut) {
  public Gathered {
    pieces = List.copyOf(pieces);
    problems = List.copyOf(problems);
  }

  /// One file.
  ///
  /// @param project what it belongs to, by the name of a folder
  public record Piece(String project, List<Found> found) {
    public Piece {
      found = List.copyOf(found);
    }
  }
}
