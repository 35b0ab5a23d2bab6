package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One story in words: what happened, what it means, what to do.
final class NoticeText {
  private static final List<String> TIMES =
      List.of("", "", " twice", " three times", " four times", " five times", " six times");

  private final Instant now;
  private final When when;

  NoticeText(Instant now, ZoneId zone) {
    this.now = now;
    this.when = new When(now, zone);
  }

  String title(DatabaseDigest story) {
    Announcement one = story.now();
    String name = DigestComposer.name(one.subject());
    return switch (one.topic()) {
      case DOWN -> name + (isMute(one) ? " cannot be reached" : " cannot be touched");
      case CREDENTIALS -> credentials(name, one, " does not accept its credential");
      case ARCHIVED -> name + " may have been archived";
      case MARGIN -> margin(name, one);
      case REMINDER -> reminder(name, one);
      case SECRET -> "Upkeep cannot read the credential of " + name;
      case FULL -> name + " is full";
      case RECOVERED ->
          switch (one.cause()) {
            case MARGIN -> name + " is safe again";
            case FULL -> name + " has room again";
            case DOWN, CREDENTIALS, ARCHIVED, RECOVERED, REMINDER, SECRET ->
                name + " is alive again";
          };
    };
  }

  private static String credentials(String name, Announcement one, String rejected) {
    return kind(one).filter(kind -> kind == FailureKind.PERMISSION).isPresent()
        ? "The credential of " + name + " lacks a permission"
        : name + rejected;
  }

  private String margin(String name, Announcement one) {
    if (one.offline()) {
      return connectBy(one.safeUntil());
    }
    return switch (one.level()) {
      case PASSED -> "The time of " + name + " has run out";
      case THREE_DAYS -> name + " is in danger: " + left(one) + " left";
      case HALF, QUARTER, AMPLE, UNKNOWN -> name + " is running out of time";
    };
  }

  private static String reminder(String name, Announcement one) {
    return switch (one.cause()) {
      case ARCHIVED -> name + " still cannot be found";
      case CREDENTIALS -> name + " still does not accept its credential";
      case MARGIN -> name + " is still running out of time";
      case FULL -> name + " is still full";
      case DOWN, RECOVERED, REMINDER, SECRET ->
          name + (isMute(one) ? " still cannot be reached" : " still cannot be touched");
    };
  }

  /// `Connect this computer by 22 Dec`.
  String connectBy(Optional<Instant> end) {
    return "Connect this computer" + end.map(at -> " by " + when.date(at)).orElse("");
  }

  String body(DatabaseDigest story) {
    Announcement one = story.now();
    String name = DigestComposer.name(one.subject());
    List<String> text = new ArrayList<>();
    switch (one.topic()) {
      case DOWN -> {
        text.add(name + failed(one) + times(one.failures()) + " since " + since(one) + ".");
        safe(one).ifPresent(text::add);
        trouble(one, text);
      }
      case CREDENTIALS, SECRET -> {
        trouble(one, text);
        safe(one).ifPresent(text::add);
      }
      case ARCHIVED -> trouble(one, text);
      case FULL -> {
        text.add(
            "There is no room in it to write, for whoever uses it as for Upkeep. Upkeep can only"
                + " read, which is weaker evidence. Make room in it, or have its provider give it"
                + " more.");
        safe(one).ifPresent(text::add);
      }
      case MARGIN -> margin(name, one, text);
      case REMINDER -> {
        text.add(name + failed(one) + " since " + since(one) + ".");
        safe(one).ifPresent(text::add);
        trouble(one, text);
      }
      case RECOVERED -> {}
    }
    story.ended().forEach(end -> text.add(ended(name, end, end.equals(one))));
    if (one.topic() == Topic.RECOVERED) {
      safe(one).ifPresent(text::add);
    }
    return String.join(" ", text);
  }

  private void margin(String name, Announcement one, List<String> text) {
    if (one.offline()) {
      text.add(name + " cannot be touched while this computer is offline.");
      safe(one).ifPresent(text::add);
      return;
    }
    text.add(
        switch (one.level()) {
          case PASSED -> "Nothing has proved since " + since(one) + " that " + name + " is in use.";
          case THREE_DAYS, QUARTER ->
              "Since " + since(one) + " nothing has proved that " + name + " is in use.";
          case HALF, AMPLE, UNKNOWN ->
              "More than half of its time has passed since "
                  + name
                  + " was last proved to be in use, on "
                  + when.longDate(one.since())
                  + ".";
        });
    text.add(
        one.level() == Margin.Level.PASSED
            ? one.subject().provider() + " may take it down at any time."
            : safe(one).orElse(""));
    trouble(one, text);
    if (one.trouble().isEmpty()) {
      text.add("It answers, but nothing could be written and read back; see its history.");
    }
  }

  /// `shop-cache could not be reached from 23:02 to 03:10; it is alive again.`
  private String ended(String name, Announcement end, boolean last) {
    if (end.cause() == Topic.MARGIN) {
      return name + " was touched and proved to be in use.";
    }
    if (end.cause() == Topic.FULL) {
      return (last ? "" : "Before, ")
          + name
          + " was full from "
          + when.moment(end.since())
          + " to "
          + when.moment(end.at())
          + ".";
    }
    String what =
        end.cause() == Topic.CREDENTIALS
            ? " did not accept its credential from "
            : " could not be reached from ";
    return (last ? "" : "Before, ")
        + name
        + what
        + when.moment(end.since())
        + " to "
        + when.moment(end.at())
        + (last ? "; it is alive again." : ".");
  }

  private static String failed(Announcement one) {
    return isMute(one) ? " has not answered" : " could not be touched";
  }

  private static String times(int count) {
    return count < TIMES.size() ? TIMES.get(Math.max(0, count)) : " " + count + " times";
  }

  private String since(Announcement one) {
    return when.moment(one.since());
  }

  private static void trouble(Announcement one, List<String> text) {
    one.trouble()
        .ifPresent(wrong -> {
          text.add(wrong.message().english());
          text.add(wrong.advice().english());
        });
  }

  private Optional<String> safe(Announcement one) {
    return one.safeUntil()
        .map(end ->
            end.isAfter(now)
                ? "It is safe " + until(end) + "."
                : "Its time ran out on " + when.longDate(end) + ".");
  }

  Optional<String> firstDeadline(Optional<Instant> earliest) {
    return earliest.map(end ->
        end.isAfter(now)
            ? "All are safe " + until(end) + "."
            : "The time of the first ran out on " + when.longDate(end) + ".");
  }

  private String until(Instant end) {
    Duration left = Duration.between(now, end);
    return left.compareTo(Duration.ofDays(1)) < 0
        ? "for another " + Elapsed.roughly(left)
        : "until " + when.longDate(end);
  }

  private String left(Announcement one) {
    return one.safeUntil().map(end -> Elapsed.of(Duration.between(now, end))).orElse("little");
  }

  private static Optional<FailureKind> kind(Announcement one) {
    return one.trouble().map(Announcement.Wrong::kind);
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
