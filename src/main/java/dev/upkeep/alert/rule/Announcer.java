package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Announced.Outage;
import dev.upkeep.history.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Puts the facts of a situation into announcements.
final class Announcer {
  private final Situation now;
  private final Instant at;
  private final Supplier<UUID> events;

  Announcer(Situation situation, Instant at, Supplier<UUID> events) {
    this.now = situation;
    this.at = at;
    this.events = events;
  }

  Announcement outage(Topic topic) {
    return of(topic, topic, now.standing().failingSince().orElse(at), now.margin().level(at));
  }

  Announcement full() {
    return of(Topic.FULL, Topic.FULL, at, now.margin().level(at));
  }

  Announcement margin(Margin.Level level, Instant proof) {
    return of(Topic.MARGIN, Topic.MARGIN, proof, level);
  }

  Announcement certificate(Instant until) {
    return of(Topic.CERTIFICATE, Topic.CERTIFICATE, until, now.margin().level(at));
  }

  Announcement recovered(Outage outage) {
    return of(Topic.RECOVERED, worst(outage.said()), outage.since(), now.margin().level(at));
  }

  Announcement reminder(Outage outage) {
    return of(Topic.REMINDER, worst(outage.said()), outage.since(), now.margin().level(at));
  }

  Announcement secret() {
    return of(Topic.SECRET, Topic.SECRET, at, now.margin().level(at));
  }

  private static Topic worst(Set<Topic> said) {
    for (Topic topic : new Topic[] {Topic.ARCHIVED, Topic.CREDENTIALS, Topic.DOWN, Topic.FULL}) {
      if (said.contains(topic)) {
        return topic;
      }
    }
    return Topic.MARGIN;
  }

  private Announcement of(Topic topic, Topic cause, Instant since, Margin.Level level) {
    Optional<Announcement.Wrong> wrong =
        now.failed().map(f -> new Announcement.Wrong(f.kind(), f.message(), f.advice()));
    return new Announcement(
        events.get(),
        now.subject(),
        topic,
        cause,
        at,
        since,
        now.standing().failures(),
        wrong,
        now.margin().safeUntil(),
        level,
        now.offline());
  }
}
