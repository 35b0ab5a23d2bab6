package dev.upkeep.alert;

import dev.upkeep.alert.rule.AlertDecision;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.rule.Situation;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Decision;
import dev.upkeep.history.Decision.NewNotice;
import dev.upkeep.history.Queued;
import dev.upkeep.history.Transition;
import dev.upkeep.history.store.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was decided and is still to be told, kept in the history. Owned by the agent's thread.
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final History history;

  public Outbox(History history) {
    this.history = history;
  }

  /// A row of the outbox with what it says.
  record Pending(Queued row, Announcement announcement) {}

  /// What people were told of this database.
  public Announced announced(UUID database) {
    return history.announced(database);
  }

  /// Keeps what was decided, with the change of health that led to it.
  ///
  /// @param channels over which it is to be told, where they want it
  /// @param group how long it waits for others
  public void decide(
      Optional<Transition> transition,
      List<AlertDecision> rulings,
      Collection<Channel> channels,
      Instant now,
      Duration group) {
    List<Announced> announced = new ArrayList<>();
    List<NewNotice> notices = new ArrayList<>();
    Set<UUID> withdrawn = new HashSet<>();
    for (AlertDecision ruling : rulings) {
      if (!ruling.after().equals(announced(ruling.after().database()))) {
        announced.add(ruling.after());
      }
      withdrawn.addAll(ruling.withdraw());
      for (Announcement one : ruling.tell()) {
        queue(one, channels, now, group, notices);
      }
    }
    Decision decision = new Decision(transition, announced, notices, withdrawn);
    if (!decision.isEmpty()) {
      history.decide(decision);
    }
  }

  /// Keeps news of an account, and what is remembered of it with them.
  ///
  /// @param memos see [Decision#memos]
  /// @param group how long they wait for others
  public void tell(
      List<Announcement> news,
      Map<String, String> memos,
      Collection<Channel> channels,
      Instant now,
      Duration group) {
    List<NewNotice> notices = new ArrayList<>();
    news.forEach(one -> queue(one, channels, now, group, notices));
    history.decide(new Decision(Optional.empty(), List.of(), notices, Set.of(), memos));
  }

  private static void queue(
      Announcement one,
      Collection<Channel> channels,
      Instant now,
      Duration group,
      List<NewNotice> notices) {
    LOG.info("To be told of {}: {}.", one.subject().name(), one.topic());
    channels.stream()
        .filter(channel -> channel.wants(one))
        .map(channel ->
            new NewNotice(
                one.event(),
                one.subject().id(),
                channel.name(),
                now,
                AnnouncementJson.write(one),
                now.plus(group)))
        .forEach(notices::add);
  }

  /// What has not left for anybody yet, on any of the channels.
  ///
  /// @param leaving rows that are being delivered at this moment
  public List<Situation.Untold> untold(
      UUID database, Collection<Channel> channels, Set<Long> leaving) {
    Set<String> names = channels.stream().map(Channel::name).collect(Collectors.toSet());
    Map<UUID, List<Queued>> byEvent = new LinkedHashMap<>();
    for (Queued row : history.queued()) {
      if (row.database().equals(database)
          && row.attempts() == 0
          && names.contains(row.channel())
          && !leaving.contains(row.id())) {
        byEvent.computeIfAbsent(row.event(), event -> new ArrayList<>()).add(row);
      }
    }
    List<Situation.Untold> untold = new ArrayList<>();
    byEvent.forEach((event, rows) -> {
      Optional<Announcement> announcement = AnnouncementJson.read(rows.getFirst());
      long wanted =
          channels.stream()
              .filter(channel -> announcement.filter(channel::wants).isPresent())
              .count();
      if (rows.size() == wanted) {
        announcement.ifPresent(
            one -> untold.add(new Situation.Untold(event, one.topic(), rows.getFirst().created())));
      }
    });
    return untold;
  }

  /// What waits on one channel, in the order in which it was decided. What nobody can read, or is
  /// not worth telling any more, is dropped.
  List<Pending> pending(Channel channel, Instant now) {
    List<Pending> pending = new ArrayList<>();
    List<Long> dropped = new ArrayList<>();
    for (Queued row : history.queued()) {
      if (row.channel().equals(channel.name())) {
        Optional<Announcement> announcement = AnnouncementJson.read(row);
        boolean old = isOld(row, channel, now);
        if (announcement.isPresent() && !old) {
          pending.add(new Pending(row, announcement.get()));
        } else {
          LOG.warn(
              "A notice of {} for {} was dropped: {}.",
              row.created(),
              channel.name(),
              old ? "too old to be worth telling" : "it cannot be read");
          dropped.add(row.id());
        }
      }
    }
    if (!dropped.isEmpty()) {
      history.drop(dropped);
    }
    return pending;
  }

  /// Drops what became old on a channel of which nobody could tell whether it leads anywhere.
  void expire(Channel channel, Instant now) {
    List<Long> old =
        history.queued().stream()
            .filter(row -> row.channel().equals(channel.name()) && isOld(row, channel, now))
            .map(Queued::id)
            .toList();
    if (!old.isEmpty()) {
      history.drop(old);
    }
  }

  private static boolean isOld(Queued row, Channel channel, Instant now) {
    return row.created().plus(channel.worthTelling()).isBefore(now);
  }

  /// Drops what waits for channels over which a person wants to hear nothing any more.
  public void discard(Predicate<String> unwantedChannel) {
    List<Long> unwanted =
        history.queued().stream()
            .filter(row -> unwantedChannel.test(row.channel()))
            .map(Queued::id)
            .toList();
    if (!unwanted.isEmpty()) {
      history.drop(unwanted);
    }
  }

  void sent(List<Pending> pending, Instant now) {
    history.sent(pending.stream().map(one -> one.row().id()).toList(), now);
  }

  void postpone(List<Pending> pending, Instant nextAttempt) {
    history.postpone(pending.stream().map(Pending::row).toList(), nextAttempt);
  }
}
