package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.language.Language;
import dev.upkeep.language.NoticePhrase;
import dev.upkeep.language.SentinelPhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes one notice of several stories: a single one in full, many of a kind by their number, and
/// of different kinds the worst first.
public final class DigestComposer {
  /// So many names are told before the rest is only counted.
  private static final int NAMES = 10;

  /// As many news are told in full.
  private static final int NEWS = 5;

  private final List<DatabaseDigest> stories;
  private final NoticeText sentences;
  private final Language language;

  DigestComposer(List<DatabaseDigest> stories, When when) {
    this.stories = stories;
    this.language = when.language();
    this.sentences = new NoticeText(when);
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
    report.ifPresent(one ->
        body.add(language.say(NoticePhrase.REPORTS, one.provider(), Screen.clean(one.text()))));
    return new AlertText(announcements, urgency, title, String.join("\n", body), todo(), report);
  }

  private String todo() {
    List<String> todo =
        stories.stream()
            .map(story -> sentences.todo(story.now()))
            .filter(text -> !text.isEmpty())
            .toList();
    return switch (todo.size()) {
      case 0 -> "";
      case 1 -> todo.getFirst();
      default -> language.say(NoticePhrase.TODO_ALL);
    };
  }

  private String title(List<DatabaseDigest> its) {
    int count = its.size();
    return switch (its.getFirst().chapter()) {
      case ARCHIVED -> language.say(NoticePhrase.MANY_ARCHIVED, count);
      case CREDENTIALS -> language.say(NoticePhrase.MANY_REJECT, count);
      case DOWN ->
          language.say(
              allMute(its) ? NoticePhrase.MANY_NOT_REACHED : NoticePhrase.MANY_NOT_TOUCHED, count);
      case FULL -> language.say(NoticePhrase.MANY_FULL, count);
      case MARGIN -> language.say(NoticePhrase.MANY_RUNNING_OUT, count);
      case CERTIFICATE -> language.say(SentinelPhrase.MANY_CERTIFICATES, count);
      case ACCOUNT -> language.say(AccountPhrase.MANY_NEWS, count);
      case OFFLINE -> sentences.connectBy(earliest(its));
      case REMINDER ->
          language.say(
              allMute(its) ? NoticePhrase.MANY_STILL_DOWN : NoticePhrase.MANY_STILL_NOT_TOUCHED,
              count);
      case SECRET -> language.say(NoticePhrase.MANY_NO_CREDENTIALS, count);
      case RECOVERED -> language.say(NoticePhrase.MANY_ALIVE, count);
    };
  }

  private String body(List<DatabaseDigest> its) {
    if (its.getFirst().chapter() == DatabaseDigest.Chapter.ACCOUNT) {
      return its.stream()
          .limit(NEWS)
          .map(story -> sentences.title(story) + ". " + sentences.body(story))
          .collect(Collectors.joining("\n"));
    }
    List<String> text = new ArrayList<>();
    List<List<DatabaseDigest>> kinds = byKind(its);
    boolean sameWords =
        common(
                its,
                story ->
                    story.now().trouble().map(wrong -> language.say(wrong.message())).orElse(""))
            .isPresent();
    if (kinds.size() == 1 && (sameWords || !hasCause(its))) {
      text.add(names(its) + ".");
    } else {
      kinds.forEach(kind -> text.add(names(kind) + cause(kind) + "."));
    }
    common(its, story -> story.now().subject().provider())
        .filter(provider -> its.size() > 1 && !provider.equals("Redis"))
        .ifPresent(provider -> text.add(language.say(NoticePhrase.ALL_AT, provider)));
    if (its.getFirst().chapter() != DatabaseDigest.Chapter.SECRET) {
      sentences.firstDeadline(earliest(its)).ifPresent(text::add);
    }
    common(
            its,
            story -> story.now().trouble().map(wrong -> language.say(wrong.message())).orElse(""))
        .filter(message -> !message.isEmpty())
        .ifPresent(text::add);
    for (List<DatabaseDigest> kind : kinds) {
      common(
              kind,
              story -> story.now().trouble().map(wrong -> language.say(wrong.advice())).orElse(""))
          .filter(advice -> !advice.isEmpty() && !text.contains(advice))
          .ifPresent(text::add);
    }
    if (its.getFirst().chapter() == DatabaseDigest.Chapter.FULL) {
      text.add(language.say(NoticePhrase.MANY_NO_ROOM));
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

  private String cause(List<DatabaseDigest> its) {
    return kind(its.getFirst()).map(kind -> ": " + language.say(ShortCause.of(kind))).orElse("");
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

  private String names(List<DatabaseDigest> its) {
    List<String> names =
        its.stream().limit(NAMES).map(story -> name(story.now().subject())).toList();
    int more = its.size() - names.size();
    if (more > 0) {
      return language.say(NoticePhrase.AND_MORE, String.join(", ", names), more);
    }
    return names.size() == 1
        ? names.getFirst()
        : language.say(
            NoticePhrase.AND,
            String.join(", ", names.subList(0, names.size() - 1)),
            names.getLast());
  }

  /// A name as people see it: on one line, and short enough that what follows is seen as well.
  public static String name(AlertSubject subject) {
    return Screen.shorten(Screen.clean(subject.name()), 48);
  }
}
