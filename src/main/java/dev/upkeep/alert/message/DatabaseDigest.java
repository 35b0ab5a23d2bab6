package dev.upkeep.alert.message;

import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the announcements of one database amount to for somebody who hears them all at once.
///
/// @param now what holds in the end
/// @param ended outages that are over, each as the announcement of its end; the last of them is
///   `now` if nothing followed
record DatabaseDigest(Announcement now, List<Announcement> ended) {
  DatabaseDigest {
    ended = List.copyOf(ended);
  }

  /// The stories of some databases, in the order in which they were first spoken of.
  static List<DatabaseDigest> all(List<Announcement> announcements) {
    // What an account says makes up for nothing that was said before, of the same database or not.
    Map<UUID, List<Announcement>> byDatabase = new LinkedHashMap<>();
    for (Announcement one : announcements) {
      byDatabase
          .computeIfAbsent(
              one.topic() == Topic.ACCOUNT ? one.event() : one.subject().id(),
              id -> new ArrayList<>())
          .add(one);
    }
    return byDatabase.values().stream().map(DatabaseDigest::of).toList();
  }

  private static DatabaseDigest of(List<Announcement> announcements) {
    List<Announcement> ended = new ArrayList<>();
    Announcement now = announcements.getFirst();
    for (Announcement one : announcements) {
      if (one.topic() == Topic.RECOVERED) {
        ended.add(one);
        now = one;
      } else if (now.topic() == Topic.RECOVERED || weight(one) >= weight(now)) {
        now = one;
      }
    }
    return new DatabaseDigest(now, ended);
  }

  /// An outage says how much time is left, so it makes up for a margin, and both for a reminder.
  private static int weight(Announcement one) {
    return switch (one.topic()) {
      case ARCHIVED, CREDENTIALS -> 4;
      case DOWN -> 3;
      case FULL, MARGIN -> 2;
      case REMINDER -> 1;
      case CERTIFICATE, ACCOUNT -> 1;
      case SECRET, RECOVERED -> 0;
    };
  }

  Chapter chapter() {
    return switch (now.topic()) {
      case ARCHIVED -> Chapter.ARCHIVED;
      case CREDENTIALS -> Chapter.CREDENTIALS;
      case DOWN -> Chapter.DOWN;
      case MARGIN -> now.offline() ? Chapter.OFFLINE : Chapter.MARGIN;
      case REMINDER -> Chapter.REMINDER;
      case SECRET -> Chapter.SECRET;
      case FULL -> Chapter.FULL;
      case CERTIFICATE -> Chapter.CERTIFICATE;
      case ACCOUNT -> Chapter.ACCOUNT;
      case RECOVERED -> Chapter.RECOVERED;
    };
  }

  AlertText.Urgency urgency() {
    return switch (now.topic()) {
      case RECOVERED -> AlertText.Urgency.LOW;
      case SECRET, CERTIFICATE -> AlertText.Urgency.NORMAL;
      case MARGIN ->
          now.level().compareTo(Margin.Level.HALF) > 0
              ? AlertText.Urgency.HIGH
              : AlertText.Urgency.NORMAL;
      case ACCOUNT ->
          now.news().filter(Announcement.News::urgent).isPresent()
              ? AlertText.Urgency.HIGH
              : AlertText.Urgency.NORMAL;
      case DOWN, CREDENTIALS, ARCHIVED, REMINDER, FULL -> AlertText.Urgency.HIGH;
    };
  }

  /// Stories that are told together, those that matter most first.
  enum Chapter {
    ARCHIVED,
    CREDENTIALS,
    DOWN,
    FULL,
    MARGIN,
    OFFLINE,
    REMINDER,
    ACCOUNT,
    CERTIFICATE,
    SECRET,
    RECOVERED
  }
}
