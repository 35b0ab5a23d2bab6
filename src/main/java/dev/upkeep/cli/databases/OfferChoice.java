package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.OfferedDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Picks databases of an account as people say it. Pure.
final class OfferChoice {
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");

  private OfferChoice() {}

  /// Those whose numbers, from 1, a person has typed: `1 3-5,7`, or `all` for what is
  /// [OfferedDatabase#wanted]. Nothing typed is nothing wanted.
  ///
  /// @return empty if that cannot be understood
  static Optional<List<OfferedDatabase>> typed(String answer, List<OfferedDatabase> offered) {
    if (answer.strip().equalsIgnoreCase("all")) {
      return Optional.of(wanted(offered));
    }
    Set<Integer> indices = new LinkedHashSet<>();
    for (String word : answer.replaceAll("\\s*-\\s*", "-").split("[\\s,;]+", -1)) {
      if (!word.isEmpty() && !addRange(word, offered.size(), indices)) {
        return Optional.empty();
      }
    }
    return Optional.of(indices.stream().map(index -> offered.get(index - 1)).toList());
  }

  private static boolean addRange(String word, int last, Set<Integer> indices) {
    Matcher range = RANGE.matcher(word);
    if (!range.matches()) {
      return false;
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
    if (from < 1 || to < from || to > last) {
      return false;
    }
    for (int index = from; index <= to; index++) {
      indices.add(index);
    }
    return true;
  }

  /// What `all` means.
  static List<OfferedDatabase> wanted(List<OfferedDatabase> offered) {
    return offered.stream().filter(OfferedDatabase::wanted).toList();
  }

  /// Those with these names or ids, exactly. A name that two have means both.
  ///
  /// @throws UsageException if one is nobody's; it is not repeated, since it may be a key that was
  ///   pasted into the wrong place
  static List<OfferedDatabase> named(List<String> names, List<OfferedDatabase> offered)
      throws UsageException {
    Set<OfferedDatabase> chosen = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<OfferedDatabase> found =
          offered.stream().filter(d -> d.name().equals(name) || d.id().equals(name)).toList();
      if (found.isEmpty()) {
        problems.add(
            String.format(
                Locale.ROOT,
                "The account has no database of name %d after --only. --dry-run lists all.",
                i + 1));
      }
      chosen.addAll(found);
    }
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    return List.copyOf(chosen);
  }
}
