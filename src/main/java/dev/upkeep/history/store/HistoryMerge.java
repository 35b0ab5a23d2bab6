package dev.upkeep.history.store;

import dev.upkeep.history.DatabaseRecord;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Transition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Brings a file that was just opened up to date with what this process knows: the touches that
/// were kept in memory meanwhile, and where each database stands. So a new file in place of a
/// damaged one still knows when each database was last touched.
///
/// @param standings as this process knows them
/// @param touches kept in memory, oldest first
/// @param transitions kept in memory, oldest first
record HistoryMerge(
    Map<UUID, DatabaseRecord> standings,
    List<RecordedTouch> touches,
    List<Transition> transitions) {

  /// Writes what the file lacks.
  ///
  /// @return where each database stands by both
  Map<UUID, DatabaseRecord> to(HistoryFile.Opened file) throws SQLException {
    Map<UUID, DatabaseRecord> merged = new HashMap<>(file.standings());
    List<RecordedTouch> missing = missing(file.store());
    for (RecordedTouch touch : missing) {
      DatabaseRecord before = standing(merged, touch.database());
      merged.put(touch.database(), before.after(touch));
    }
    for (DatabaseRecord known : standings.values()) {
      DatabaseRecord inFile =
          standing(merged, known.database()).withFailuresOf(known).withMemoryOf(known);
      merged.put(known.database(), known.nextDue().map(inFile::withNextDue).orElse(inFile));
    }
    file.store().append(missing, merged);
    for (Transition transition : missingTransitions(merged)) {
      file.store().append(transition);
      merged.computeIfPresent(
          transition.database(), (id, standing) -> standing.withTransition(transition));
    }
    return merged;
  }

  /// In the order in which they happened. One whose number is taken gets a new one.
  private List<RecordedTouch> missing(Store store) throws SQLException {
    Map<Long, RecordedTouch> candidates = new TreeMap<>();
    for (DatabaseRecord known : standings.values()) {
      known.lastProof().ifPresent(touch -> candidates.put(touch.id(), touch));
      known.last().ifPresent(touch -> candidates.put(touch.id(), touch));
    }
    touches.forEach(touch -> candidates.put(touch.id(), touch));
    List<RecordedTouch> missing = new ArrayList<>();
    long next = store.highestId() + 1;
    for (RecordedTouch touch : candidates.values()) {
      if (!store.holds(touch)) {
        next = Math.max(next, touch.id());
        missing.add(touch.withId(next++));
      }
    }
    return missing;
  }

  private List<Transition> missingTransitions(Map<UUID, DatabaseRecord> inFile) {
    List<Transition> missing = new ArrayList<>();
    for (DatabaseRecord known : standings.values()) {
      Optional<Transition> last = known.lastTransition();
      if (last.isPresent()
          && !lastTransition(inFile, known.database()).equals(last)
          && !transitions.contains(last.get())) {
        missing.add(last.get());
      }
    }
    missing.addAll(transitions);
    return missing;
  }

  private static Optional<Transition> lastTransition(
      Map<UUID, DatabaseRecord> standings, UUID database) {
    return standing(standings, database).lastTransition();
  }

  private static DatabaseRecord standing(Map<UUID, DatabaseRecord> standings, UUID database) {
    return standings.getOrDefault(database, DatabaseRecord.unknown(database));
  }
}
