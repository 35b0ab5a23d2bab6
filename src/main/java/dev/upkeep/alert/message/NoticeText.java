package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.database.Margin;
import dev.upkeep.database.Provider;
import dev.upkeep.history.Topic;
import dev.upkeep.language.NoticePhrase;
import dev.upkeep.language.Phrase;
import dev.upkeep.language.SentinelPhrase;
import dev.upkeep.language.TimePhrase;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One story in words: what happened, what it means, what to do.
final class NoticeText {
  /// From two on.
  private static final List<NoticePhrase> TIMES =
      List.of(
          NoticePhrase.TWICE,
          NoticePhrase.THRICE,
          NoticePhrase.FOUR,
          NoticePhrase.FIVE,
          NoticePhrase.SIX);

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,47}");

  private final Instant now;
  private final When when;

  NoticeText(When when) {
    this.now = when.now();
    this.when = when;
  }

  String title(DatabaseDigest story) {
    Announcement one = story.now();
    String name = DigestComposer.name(one.subject());
    return switch (one.topic()) {
      case DOWN -> say(isMute(one) ? NoticePhrase.NOT_REACHED : NoticePhrase.NOT_TOUCHED, name);
      case CREDENTIALS -> credentials(name, one);
      case ARCHIVED -> say(NoticePhrase.ARCHIVED, name);
      case MARGIN -> margin(name, one);
      case REMINDER -> reminder(name, one);
      case SECRET -> say(NoticePhrase.NO_CREDENTIAL, name);
      case FULL -> say(NoticePhrase.FULL, name);
      case CERTIFICATE -> expiry(name, one);
      case ACCOUNT -> one.news().map(news -> when.language().say(news.title())).orElse(name);
      case RECOVERED ->
          switch (one.cause()) {
            case MARGIN -> say(NoticePhrase.SAFE_AGAIN, name);
            case FULL -> say(NoticePhrase.ROOM_AGAIN, name);
            case DOWN, CREDENTIALS, ARCHIVED, RECOVERED, REMINDER, SECRET, CERTIFICATE, ACCOUNT ->
                say(NoticePhrase.ALIVE_AGAIN, name);
          };
    };
  }

  private String credentials(String name, Announcement one) {
    return kind(one).filter(kind -> kind == FailureKind.PERMISSION).isPresent()
        ? say(NoticePhrase.LACKS_PERMISSION, name)
        : say(NoticePhrase.REJECTS, name);
  }

  private String margin(String name, Announcement one) {
    if (one.offline()) {
      return connectBy(one.safeUntil());
    }
    return switch (one.level()) {
      case PASSED -> say(NoticePhrase.TIME_RAN_OUT, name);
      case THREE_DAYS -> say(NoticePhrase.IN_DANGER, name, left(one));
      case HALF, QUARTER, AMPLE, UNKNOWN -> say(NoticePhrase.RUNNING_OUT, name);
    };
  }

  private String reminder(String name, Announcement one) {
    return switch (one.cause()) {
      case ARCHIVED -> say(NoticePhrase.STILL_MISSING, name);
      case CREDENTIALS -> say(NoticePhrase.STILL_REJECTS, name);
      case MARGIN -> say(NoticePhrase.STILL_RUNNING_OUT, name);
      case FULL -> say(NoticePhrase.STILL_FULL, name);
      case DOWN, RECOVERED, REMINDER, SECRET, CERTIFICATE, ACCOUNT ->
          say(isMute(one) ? NoticePhrase.STILL_NOT_REACHED : NoticePhrase.STILL_NOT_TOUCHED, name);
    };
  }

  /// `Connect this computer by 22 Dec`.
  String connectBy(Optional<Instant> end) {
    return end.map(at -> say(NoticePhrase.CONNECT_BY, when.date(at)))
        .orElseGet(() -> say(NoticePhrase.CONNECT));
  }

  String body(DatabaseDigest story) {
    Announcement one = story.now();
    String name = DigestComposer.name(one.subject());
    List<String> text = new ArrayList<>();
    switch (one.topic()) {
      case DOWN -> {
        text.add(say(failed(one), name, times(one.failures()), since(one)));
        safe(one).ifPresent(text::add);
        trouble(one, text);
      }
      case CREDENTIALS, SECRET -> {
        trouble(one, text);
        safe(one).ifPresent(text::add);
      }
      case ARCHIVED -> trouble(one, text);
      case FULL -> {
        text.add(say(NoticePhrase.NO_ROOM));
        safe(one).ifPresent(text::add);
      }
      case MARGIN -> margin(name, one, text);
      case REMINDER -> {
        text.add(say(failed(one), name, "", since(one)));
        safe(one).ifPresent(text::add);
        trouble(one, text);
      }
      case CERTIFICATE ->
          text.add(
              one.subject().provider().equals(Provider.OTHER.displayName())
                  ? say(SentinelPhrase.REPLACE_CERTIFICATE)
                  : say(SentinelPhrase.RENEWED_CERTIFICATE, one.subject().provider()));
      case ACCOUNT -> one.news().ifPresent(news -> text.add(when.language().say(news.text())));
      case RECOVERED -> {}
    }
    story.ended().forEach(end -> text.add(ended(name, end, end.equals(one))));
    if (one.topic() == Topic.RECOVERED) {
      safe(one).ifPresent(text::add);
    }
    return String.join(" ", text);
  }

  /// What to do where Upkeep runs. A name that a shell would not take as it is stands in no
  /// command.
  String todo(Announcement one) {
    String name = one.subject().name();
    Topic matter = one.topic() == Topic.REMINDER ? one.cause() : one.topic();
    if (matter == Topic.MARGIN && one.offline()) {
      return "";
    }
    boolean plain = PLAIN_NAME.matcher(name).matches();
    return switch (matter) {
      case CREDENTIALS, ARCHIVED ->
          plain ? say(NoticePhrase.TODO_EDIT, name) : window(one.subject());
      case DOWN, SECRET -> plain ? say(NoticePhrase.TODO_DOCTOR, name) : window(one.subject());
      case MARGIN -> plain ? say(NoticePhrase.TODO_TOUCH, name) : window(one.subject());
      case ACCOUNT, FULL, CERTIFICATE, RECOVERED, REMINDER -> "";
    };
  }

  private String window(AlertSubject subject) {
    return say(NoticePhrase.TODO_WINDOW, DigestComposer.name(subject));
  }

  private String expiry(String name, Announcement one) {
    return say(
        one.since().isAfter(now)
            ? SentinelPhrase.CERTIFICATE_ENDS
            : SentinelPhrase.CERTIFICATE_ENDED,
        name,
        when.longDate(one.since()));
  }

  private void margin(String name, Announcement one, List<String> text) {
    if (one.offline()) {
      text.add(say(NoticePhrase.WHILE_OFFLINE, name));
      safe(one).ifPresent(text::add);
      return;
    }
    text.add(
        switch (one.level()) {
          case PASSED -> say(NoticePhrase.NOT_PROVED, since(one), name);
          case THREE_DAYS, QUARTER -> say(NoticePhrase.SINCE_NOT_PROVED, since(one), name);
          case HALF, AMPLE, UNKNOWN ->
              say(NoticePhrase.HALF_PASSED, name, when.longDate(one.since()));
        });
    text.add(
        one.level() == Margin.Level.PASSED
            ? say(NoticePhrase.MAY_TAKE_DOWN, one.subject().provider())
            : safe(one).orElse(""));
    trouble(one, text);
    if (one.trouble().isEmpty()) {
      text.add(say(NoticePhrase.ANSWERS_ONLY));
    }
  }

  /// `shop-cache could not be reached from 23:02 to 03:10; it is alive again.`
  private String ended(String name, Announcement end, boolean last) {
    if (end.cause() == Topic.MARGIN) {
      return say(NoticePhrase.WAS_PROVED, name);
    }
    String from = when.moment(end.since());
    String to = when.moment(end.at());
    if (end.cause() == Topic.FULL) {
      return say(last ? NoticePhrase.WAS_FULL : NoticePhrase.BEFORE_FULL, name, from, to);
    }
    if (end.cause() == Topic.CREDENTIALS) {
      return say(
          last ? NoticePhrase.REJECTED_AND_ALIVE : NoticePhrase.BEFORE_REJECTED, name, from, to);
    }
    return say(
        last ? NoticePhrase.UNREACHED_AND_ALIVE : NoticePhrase.BEFORE_UNREACHED, name, from, to);
  }

  private static NoticePhrase failed(Announcement one) {
    return isMute(one) ? NoticePhrase.SILENT_SINCE : NoticePhrase.UNTOUCHED_SINCE;
  }

  private String times(int count) {
    if (count < 2) {
      return "";
    }
    return count - 2 < TIMES.size() ? say(TIMES.get(count - 2)) : say(NoticePhrase.TIMES, count);
  }

  private String since(Announcement one) {
    return when.moment(one.since());
  }

  private void trouble(Announcement one, List<String> text) {
    one.trouble()
        .ifPresent(wrong -> {
          text.add(when.language().say(wrong.message()));
          text.add(when.language().say(wrong.advice()));
        });
  }

  private Optional<String> safe(Announcement one) {
    return one.safeUntil()
        .map(end ->
            end.isAfter(now)
                ? say(NoticePhrase.SAFE, until(end))
                : say(NoticePhrase.RAN_OUT_ON, when.longDate(end)));
  }

  Optional<String> firstDeadline(Optional<Instant> earliest) {
    return earliest.map(end ->
        end.isAfter(now)
            ? say(NoticePhrase.ALL_SAFE, until(end))
            : say(NoticePhrase.FIRST_RAN_OUT, when.longDate(end)));
  }

  private String until(Instant end) {
    Duration left = Duration.between(now, end);
    return left.compareTo(Duration.ofDays(1)) < 0
        ? say(NoticePhrase.FOR_ANOTHER, when.roughly(left))
        : when.language().say(TimePhrase.UNTIL_DATE, when.longDate(end));
  }

  private String left(Announcement one) {
    return one.safeUntil()
        .map(end -> Elapsed.of(Duration.between(now, end)))
        .orElseGet(() -> say(NoticePhrase.LITTLE));
  }

  private static Optional<FailureKind> kind(Announcement one) {
    return one.trouble().map(Announcement.Wrong::kind);
  }

  private String say(Phrase phrase, Object... values) {
    return when.language().say(phrase, values);
  }

  /// Nothing came back, as opposed to an answer that was not the right one.
  static boolean isMute(Announcement one) {
    return kind(one).filter(NoticeText::isMute).isPresent();
  }

  private static boolean isMute(FailureKind kind) {
    return switch (kind) {
      case UNRESOLVED, REFUSED, TIMEOUT, CLOSED -> true;
      case TLS,
          AUTH,
          PERMISSION,
          QUOTA,
          FULL,
          BUSY,
          READ_ONLY,
          FOREIGN_KEY,
          PROTOCOL,
          SERVER,
          SECRET,
          INTERNAL ->
          false;
    };
  }
}
