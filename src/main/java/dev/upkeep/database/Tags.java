package dev.upkeep.database;

import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Words by which a person finds databases that belong together, such as `shop` or `team:blue`.
/// Without regard to case.
public final class Tags {
  /// Of one database.
  public static final int MOST = 20;

  private static final Pattern TAG =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._:/-]{0,31}");

  private Tags() {}

  /// Each once, in the order of the alphabet.
  public static List<String> tidied(List<String> tags) {
    TreeMap<String, String> byFolded = new TreeMap<>();
    tags.forEach(tag -> byFolded.putIfAbsent(folded(tag), tag));
    return List.copyOf(byFolded.values());
  }

  /// What stands between commas or blanks.
  public static List<String> split(String text) {
    List<String> tags = new ArrayList<>();
    for (String tag : text.split("[,\\s]+", -1)) {
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
    return tidied(tags);
  }

  /// Whether a database has a tag.
  public static boolean has(Database database, String tag) {
    return database.tags().stream().map(Tags::folded).anyMatch(folded(tag)::equals);
  }

  /// What is wrong with them, as a sentence.
  public static Optional<Sentence> problem(List<String> tags) {
    return tags.size() <= MOST && tags.stream().allMatch(tag -> TAG.matcher(tag).matches())
        ? Optional.empty()
        : Optional.of(RulePhrase.TAGS.with(MOST));
  }

  private static String folded(String tag) {
    return DatabaseName.folded(tag);
  }
}
