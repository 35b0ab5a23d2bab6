package dev.upkeep.news;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version, in the form and the order of [Semantic
/// Versioning](https://semver.org/spec/v2.0.0.html). What is said of the build (`+…`) does not
/// count, so it is not kept.
///
/// @param numbers major, minor, patch
/// @param marks of a pre-release; empty for a release
public record ReleaseVersion(List<BigInteger> numbers, List<String> marks)
    implements Comparable<ReleaseVersion> {
  private static final int LONGEST = 100;
  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String MARK = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern TEXT =
      Pattern.compile(
          "v?"
              + String.join("\\.", NUMBER, NUMBER, NUMBER)
              + "(?:-("
              + MARK
              + "(?:\\."
              + MARK
              + ")*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  public ReleaseVersion {
    numbers = List.copyOf(numbers);
    marks = List.copyOf(marks);
  }

  /// Reads `1.2.3`, `v1.2.3-rc.1` or `1.2.3+build`; empty for anything else.
  public static Optional<ReleaseVersion> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String marks = found.group(4);
    return Optional.of(
        new ReleaseVersion(
            List.of(
                new BigInteger(found.group(1)),
                new BigInteger(found.group(2)),
                new BigInteger(found.group(3))),
            marks == null ? List.of() : List.of(marks.split("\\.", -1))));
  }

  public boolean isNewerThan(ReleaseVersion other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    for (int i = 0; i < numbers.size(); i++) {
      int order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (marks.isEmpty() || other.marks.isEmpty()) {
      // A release comes after all that led to it.
      return Boolean.compare(marks.isEmpty(), other.marks.isEmpty());
    }
    int common = Math.min(marks.size(), other.marks.size());
    for (int i = 0; i < common; i++) {
      int order = compare(marks.get(i), other.marks.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(marks.size(), other.marks.size());
  }

  private static int compare(String one, String other) {
    boolean number = isNumber(one);
    if (number && isNumber(other)) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return number == isNumber(other) ? one.compareTo(other) : number ? -1 : 1;
  }

  private static boolean isNumber(String mark) {
    return mark.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// As it is read, without a `v`.
  @Override
  public String toString() {
    String version = numbers.get(0) + "." + numbers.get(1) + "." + numbers.get(2);
    return marks.isEmpty() ? version : version + "-" + String.join(".", marks);
  }
}
