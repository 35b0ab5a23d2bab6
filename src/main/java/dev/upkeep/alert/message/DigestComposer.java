package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.Screen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes one notice of several stories: a single one in full, many of a kind by their number, and
/// of different kinds the worst first.
public final class DigestComposer {
  /// So many names are told before the rest is only counted.
  private static final int NAMES = 10;

  private final List<DatabaseDigest> stories;
  private final NoticeText sentences;

  DigestComposer(List<DatabaseDigest> stories, Instant now, ZoneId zone) {
    this.stories = stories;
    this.sentences = new NoticeText(now, zone);
  }

  AlertText bulletin(List<Announcement> announcements, Optional<ProviderReport> report) {
    Map<DatabaseDigest.Chapter, List<DatabaseDigest>> chapters =
        new EnumMap<>(DatabaseDigest.Chapter.class);
    for (DatabaseDigest story : stories) {
      chapters.computeIfAbsent(story.chapter(), chapter -> new ArrayList<>()).add(story);
    }
    AlertText.Urgency urgency =
        stories.stream().map(DatabaseDigest::urgency).max(Comparator.naturalOrder()).orElseThrow();
    String title = "";
    List<String> body = new ArrayList<>();
    for (Map.Entry<DatabaseDigest.Chapter, List<DatabaseDigest>> chapter : chapters.entrySet()) {
      List<DatabaseDigest> its = chapter.getValue();
      String heading = its.size() == 1 ? sentences.title(its.getFirst()) : title(its);
      if (title.isEmpty()) {
        title = heading;
        body.add(its.size() == 1 ? sentences.body(its.getFirst()) : body(its));
      } else {
        body.add(its.size() == 1 ? heading + "." : heading + ": " + names(its) + ".");
      }
    }
    report.ifPresent(one -> body.add(one.provider() + " reports: " + Screen.clean(one.text())));
    return new AlertText(announcements, urgency, title, String.join("\n", body), report);
  }

  private String title(List<DatabaseDigest> its) {
    int count = its.size();
    return switch (its.getFirst().chapter()) {
      case ARCHIVED -> count + " databases may have been archived";
      case CREDENTIALS -> count + " databases do not accept their credentials";
      case DOWN -> count + " databases cannot be " + (allMute(its) ? "reached" : "touched");
      case FULL -> count + " databases are full";
      case MARGIN -> count + " databases are running out of time";
      case OFFLINE -> sentences.connectBy(earliest(its));
      case REMINDER ->
          count
              + (allMute(its) ? " databases are still down" : " databases still cannot be touched");
      case SECRET -> "Upkeep cannot read the credentials of " + count + " databases";
      case RECOVERED -> count + " databases are alive again";
    };
  }

  private String body(List<DatabaseDigest> its) {
    List<String> text = new ArrayList<>();
    List<List<DatabaseDigest>> kinds = byKind(its);
    boolean sameWords =
        common(
                its,
                story -> story.now().trouble().map(wrong -> wrong.message().english()).orElse(""))
            .isPresent();
    if (kinds.size() == 1 && (sameWords || !hasCause(its))) {
      text.add(names(its) + ".");
    } else {
      kinds.forEach(kind -> text.add(names(kind) + cause(kind) + "."));
    }
    common(its, story -> story.now().subject().provider())
        .filter(provider -> its.size() > 1 && !provider.equals("Redis"))
        .ifPresent(provider -> text.add("All of them are at " + provider + "."));
    if (its.getFirst().chapter() != DatabaseDigest.Chapter.SECRET) {
      sentences.firstDeadline(earliest(its)).ifPresent(text::add);
    }
    common(its, story -> story.now().trouble().map(wrong -> wrong.message().english()).orElse(""))
        .filter(message -> !message.isEmpty())
        .ifPresent(text::add);
    for (List<DatabaseDigest> kind : kinds) {
      common(kind, story -> story.now().trouble().map(wrong -> wrong.advice().english()).orElse(""))
          .filter(advice -> !advice.isEmpty() && !text.contains(advice))
          .ifPresent(text::add);
    }
    if (its.getFirst().chapter() == DatabaseDigest.Chapter.FULL) {
      text.add("Upkeep can only read, which is weaker evidence. Make room in them.");
    }
    return String.join(" ", text);
  }

  private static boolean allMute(List<DatabaseDigest> its) {
    return its.stream().allMatch(story -> NoticeText.isMute(story.now()));
  }

  /// Those that fail in the same way, each way in the order in which it was first spoken of.
  private static List<List<DatabaseDigest>> byKind(List<DatabaseDigest> its) {
    Map<Optional<FailureKind>, List<DatabaseDigest>> kinds = new LinkedHashMap<>();
    for (DatabaseDigest story : its) {
      kinds.computeIfAbsent(kind(story), kind -> new ArrayList<>()).add(story);
    }
    return List.copyOf(kinds.values());
  }

  private static Optional<FailureKind> kind(DatabaseDigest story) {
    return story.now().trouble().map(Announcement.Wrong::kind);
  }

  private static boolean hasCause(List<DatabaseDigest> its) {
    return kind(its.getFirst()).isPresent();
  }

  private static String cause(List<DatabaseDigest> its) {
    return kind(its.getFirst()).map(kind -> ": " + ShortCause.of(kind)).orElse("");
  }

  private static Optional<Instant> earliest(List<DatabaseDigest> its) {
    return its.stream()
        .flatMap(story -> story.now().safeUntil().stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<String> common(
      List<DatabaseDigest> its, java.util.function.Function<DatabaseDigest, String> part) {
    List<String> different = its.stream().map(part).distinct().toList();
    return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
  }

  private static String names(List<DatabaseDigest> its) {
    List<String> names =
        its.stream().limit(NAMES).map(story -> name(story.now().subject())).toList();
    int more = its.size() - names.size();
    if (more > 0) {
      return String.join(", ", names) + " and " + more + " more";
    }
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// A name as people see it: on one line, and short enough that what follows is seen as well.
  public static String name(AlertSubject subject) {
    return Screen.shorten(Screen.clean(subject.name()), 48);
  }
}
