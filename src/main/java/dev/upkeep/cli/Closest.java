package dev.upkeep.cli;

import dev.upkeep.database.DatabaseName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds what a person may have meant.
final class Closest {
  private static final int AT_MOST = 3;

  /// Enough to tell; a longer comparison would cost more than it helps.
  private static final int LENGTH = 64;

  private record Candidate(String name, int distance) {}

  private Closest() {}

  /// The known names that are like the wish, the most like first, three at most.
  static List<String> to(String wish, Collection<String> known) {
    String wanted = folded(wish);
    int tolerance = Math.max(1, wanted.length() / 3);
    return known.stream()
        .map(name -> new Candidate(name, distance(wanted, folded(name))))
        .filter(candidate -> candidate.distance() <= tolerance)
        .sorted(Comparator.comparingInt(Candidate::distance))
        .limit(AT_MOST)
        .map(Candidate::name)
        .toList();
  }

  private static String folded(String name) {
    String folded = DatabaseName.folded(name);
    return folded.length() > LENGTH ? folded.substring(0, LENGTH) : folded;
  }

  /// Levenshtein's distance, where the rest of a name that was begun costs one.
  private static int distance(String wish, String name) {
    if (wish.length() > 1 && name.startsWith(wish)) {
      return Math.min(1, name.length() - wish.length());
    }
    int[] above = new int[name.length() + 1];
    for (int j = 0; j <= name.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= wish.length(); i++) {
      int[] row = new int[name.length() + 1];
      row[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int change = wish.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[name.length()];
  }
}
