package dev.upkeep.cli.console;

import dev.upkeep.database.DatabaseName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds what a person may have meant.
public final class Suggestions {
  private static final int AT_MOST = 3;

  /// Enough to tell; a longer comparison would cost more than it helps.
  private static final int LENGTH = 64;

  private record Candidate(String name, int distance) {}

  private Suggestions() {}

  /// The known names that are like the wish, the most like first, three at most.
  public static List<String> to(String wish, Collection<String> known) {
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

  /// How many letters are wrong, missing, too many, or swapped with their neighbour (optimal string
  /// alignment), where the rest of a name that was begun costs one.
  private static int distance(String wish, String name) {
    if (wish.length() > 1 && name.startsWith(wish)) {
      return Math.min(1, name.length() - wish.length());
    }
    int[][] rows = new int[wish.length() + 1][name.length() + 1];
    for (int i = 0; i <= wish.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cost(rows, wish, name, i, j);
      }
    }
    return rows[wish.length()][name.length()];
  }

  private static int cost(int[][] rows, String wish, String name, int i, int j) {
    boolean same = wish.charAt(i - 1) == name.charAt(j - 1);
    int cost = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
    cost = Math.min(cost, rows[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && wish.charAt(i - 1) == name.charAt(j - 2)
            && wish.charAt(i - 2) == name.charAt(j - 1);
    return swapped ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
  }
}
