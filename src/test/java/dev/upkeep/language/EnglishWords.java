package dev.upkeep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds English in what should be German: every word that English texts have and German ones do
/// not, and the small words without which nobody writes an English sentence.
public final class EnglishWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]*");

  /// None of them is a German word, too.
  private static final Set<String> SMALL =
      Set.of(
          "the",
          "and",
          "of",
          "is",
          "are",
          "with",
          "without",
          "not",
          "this",
          "that",
          "these",
          "your",
          "you",
          "it",
          "its",
          "to",
          "for",
          "from",
          "by",
          "as",
          "be",
          "been",
          "has",
          "have",
          "had",
          "cannot",
          "can",
          "could",
          "may",
          "must",
          "would",
          "should",
          "there",
          "yes",
          "or",
          "but",
          "if",
          "when",
          "where",
          "which",
          "who",
          "what",
          "how",
          "than",
          "then",
          "all",
          "any",
          "each",
          "every",
          "only",
          "other",
          "another",
          "more",
          "most",
          "less",
          "left",
          "until",
          "since",
          "before",
          "after",
          "again",
          "once",
          "twice",
          "times",
          "time",
          "ago",
          "days",
          "day",
          "hours",
          "hour",
          "minutes",
          "now",
          "never",
          "next",
          "last",
          "first",
          "touch",
          "touches",
          "touched",
          "database",
          "databases",
          "password",
          "secret",
          "safe",
          "alive",
          "failed",
          "failing",
          "paused",
          "unknown",
          "nothing",
          "somebody",
          "give",
          "check",
          "look",
          "use",
          "used",
          "answer",
          "answered",
          "read",
          "written",
          "write",
          "resume",
          "add",
          "remove",
          "edit",
          "show",
          "settings",
          "history",
          "help");

  private EnglishWords() {}

  /// The English words of a text, each with what stands around it.
  public static List<String> in(String text, String... names) {
    Set<String> allowed = new TreeSet<>();
    for (String name : names) {
      allowed.add(name.toLowerCase(Locale.ROOT));
    }
    List<String> found = new ArrayList<>();
    for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      if (SMALL.contains(word) && !allowed.contains(word)) {
        int start = Math.max(0, matcher.start() - 30);
        found.add(
            matcher.group()
                + ": …"
                + text.substring(start, Math.min(text.length(), matcher.end() + 30))
                    .replace("\n", "⏎")
                + "…");
      }
    }
    return found;
  }
}
