package dev.upkeep.alert.rule;

import dev.upkeep.database.Margin;
import dev.upkeep.history.Announced;
import dev.upkeep.history.Announced.Outage;
import dev.upkeep.history.Announced.Recovery;
import dev.upkeep.history.Health;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.CertificateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Decides whether to tell people about one database. Pure: it sees what they were told, how the
/// database is doing and what time it is, and nothing else; looked at twice, it says nothing twice.
/// Silence is the ordinary answer. `src/docs/decisions/0008` draws its states.
///
/// One look, one object: made by [#judge] and thrown away.
public final class AlertRule {
  static final Duration REMIND_EVERY = Duration.ofDays(1);

  /// No person snoozes for longer; a longer rest is a clock that was set back.
  public static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

  private static final Set<Topic> OUTAGES =
      EnumSet.of(Topic.DOWN, Topic.CREDENTIALS, Topic.ARCHIVED);

  private final Situation now;
  private final AlertSettings settings;
  private final Instant at;
  private final Announcer announcer;
  private final List<Announcement> tell = new ArrayList<>();
  private final Set<UUID> withdraw = new HashSet<>();
  private Announced memory;

  private AlertRule(
      Announced memory,
      Situation situation,
      AlertSettings settings,
      Instant at,
      Supplier<UUID> events) {
    this.memory = memory;
    this.now = situation;
    this.settings = settings;
    this.at = at;
    this.announcer = new Announcer(situation, at, events);
  }

  /// Looks at a database.
  ///
  /// @param events a new name for each event
  public static AlertDecision judge(
      Announced memory,
      Situation situation,
      AlertSettings settings,
      Instant at,
      Supplier<UUID> events) {
    return new AlertRule(memory, situation, settings, at, events).ruling();
  }

  /// Nothing more is told of a database that is paused or removed, and later it is judged anew.
  public static AlertDecision silence(UUID database, List<Situation.Untold> untold) {
    Set<UUID> events = new HashSet<>();
    untold.forEach(one -> events.add(one.event()));
    return new AlertDecision(Announced.nothing(database), List.of(), events);
  }

  /// Puts reminders off.
  ///
  /// @param end when the person wants to hear again
  public static Announced snooze(Announced memory, Instant end) {
    return memory.withSnooze(Optional.of(end));
  }

  private AlertDecision ruling() {
    if (now.health() == Health.PAUSED) {
      return silence(now.subject().id(), now.untold());
    }
    if (!now.catchUpPending()) {
      secret();
      outage();
      margin();
      certificate();
      remind();
    }
    return new AlertDecision(memory, tell, withdraw);
  }

  /// Only noted here: whom to ask for what keychain is one question for all databases together, see
  /// [UnlockRule].
  private void secret() {
    if (now.locked()) {
      if (memory.secret().isEmpty()) {
        memory = memory.withSecret(Optional.of(new Announced.Locked(at, false)));
      }
    } else if (memory.secret().isPresent() && !now.offline()) {
      memory = memory.withSecret(Optional.empty());
      withdrawAll(Topic.SECRET);
    }
  }

  private void outage() {
    memory.outage().flatMap(Outage::recovery).ifPresent(this::settle);
    if (now.full()) {
      announceFull();
    } else if (now.alive()) {
      memory.outage().filter(this::isOver).ifPresent(this::recover);
    } else if (now.failing()) {
      cause().ifPresent(this::announce);
    }
  }

  /// Once: nothing more is to be known of it before there is room again.
  private void announceFull() {
    Set<Topic> said = memory.outage().map(Outage::said).orElse(Set.of());
    if (!said.contains(Topic.FULL)) {
      say(announcer.full());
    }
  }

  /// A failure that follows a recovery before anybody heard of it is the same outage; otherwise the
  /// recovery stands once its time has passed.
  private void settle(Recovery recovery) {
    boolean fresh = isFresh(recovery.at()) && isUntold(recovery.event());
    if (now.failing() && fresh) {
      withdraw.add(recovery.event());
      memory = memory.withOutage(memory.outage().map(o -> o.withRecovery(Optional.empty())));
    } else if (!fresh) {
      memory = memory.withOutage(Optional.empty());
    }
  }

  /// An outage ends with a touch that succeeds; a margin that has melted only with one that proves.
  private boolean isOver(Outage outage) {
    if (outage.recovery().isPresent()) {
      return false;
    }
    Set<Topic> said = outage.said();
    boolean wasDown = said.contains(Topic.FULL) || said.stream().anyMatch(OUTAGES::contains);
    return wasDown || now.lastProof().filter(proof -> proof.isAfter(outage.since())).isPresent();
  }

  private void recover(Outage outage) {
    if (isFresh(outage.opened()) && isUntold(outage.event())) {
      // Nobody has heard of it, and nobody needs to.
      now.untold().stream()
          .filter(one -> one.topic() != Topic.CERTIFICATE)
          .filter(one -> !one.created().isBefore(outage.opened()))
          .forEach(one -> withdraw.add(one.event()));
      memory = memory.withOutage(Optional.empty()).withMargin(Optional.empty());
      return;
    }
    now.untold().stream()
        .filter(one -> one.topic() != Topic.CERTIFICATE && isFresh(one.created()))
        .forEach(one -> withdraw.add(one.event()));
    if (!settings.recoveries()) {
      memory = memory.withOutage(Optional.empty());
      return;
    }
    Announcement recovered = announcer.recovered(outage);
    tell.add(recovered);
    memory =
        memory.withOutage(
            Optional.of(outage.withRecovery(Optional.of(new Recovery(at, recovered.event())))));
  }

  private Optional<Topic> cause() {
    return switch (now.failed().orElseThrow().kind()) {
      case AUTH, PERMISSION -> Optional.of(Topic.CREDENTIALS);
      case UNRESOLVED -> now.unresolved() >= 2 ? Optional.of(Topic.ARCHIVED) : down();
      default -> down();
    };
  }

  private Optional<Topic> down() {
    return now.health() == Health.DOWN ? Optional.of(Topic.DOWN) : Optional.empty();
  }

  private void announce(Topic cause) {
    Set<Topic> said = memory.outage().map(Outage::said).orElse(Set.of());
    // Whoever knows that the password is wrong does not need to hear that nothing works.
    boolean known =
        said.contains(cause) || (cause == Topic.DOWN && said.stream().anyMatch(OUTAGES::contains));
    if (!known) {
      say(announcer.outage(cause));
    }
  }

  private void say(Announcement announcement) {
    tell.add(announcement);
    Outage outage =
        memory
            .outage()
            .map(open -> open.saying(announcement.topic(), at))
            .orElseGet(() ->
                new Outage(
                    EnumSet.of(announcement.topic()),
                    announcement.since(),
                    at,
                    announcement.event(),
                    at,
                    0,
                    Optional.empty()));
    memory = memory.withOutage(Optional.of(outage));
  }

  private void margin() {
    Optional<Instant> proof = now.lastProof();
    if (memory.margin().isPresent()
        && !proof.equals(memory.margin().map(Announced.Melted::proof))) {
      memory = memory.withMargin(Optional.empty());
      withdrawAll(Topic.MARGIN);
    }
    Margin.Level level = now.margin().level(at);
    Margin.Level told = memory.margin().map(Announced.Melted::level).orElse(Margin.Level.AMPLE);
    boolean urgent = level.compareTo(Margin.Level.THREE_DAYS) >= 0;
    if (proof.isEmpty()
        || level.compareTo(settings.marginFrom()) < 0
        || level.compareTo(told) <= 0
        || (isSnoozed() && !urgent)
        || !MarginRule.isInDanger(now, memory, level, at)) {
      return;
    }
    memory = memory.withMargin(Optional.of(new Announced.Melted(proof.get(), level)));
    Announcement announcement = announcer.margin(level, proof.get());
    if (now.offline()) {
      // Nothing to call off later: who connects the computer knows it.
      tell.add(announcement);
    } else {
      say(announcement);
    }
  }

  /// Told while the database answers under it; that it has run out is an outage, which says so. One
  /// that is replaced in time is not spoken of again.
  private void certificate() {
    Optional<CertificateTerm> term = now.standing().certificate();
    if (memory.certificate().isPresent()
        && !memory
            .certificate()
            .map(Announced.Expiring::until)
            .equals(term.map(CertificateTerm::until))) {
      memory = memory.withCertificate(Optional.empty());
      withdrawAll(Topic.CERTIFICATE);
    }
    if (term.isEmpty() || !now.alive()) {
      return;
    }
    int told = memory.certificate().map(Announced.Expiring::told).orElse(0);
    int passed = ExpiryRule.passed(term.get(), now.subject(), at);
    if (passed > told) {
      memory =
          memory.withCertificate(Optional.of(new Announced.Expiring(term.get().until(), passed)));
      withdrawAll(Topic.CERTIFICATE);
      tell.add(announcer.certificate(term.get().until()));
    }
  }

  private void remind() {
    Optional<Outage> open = memory.outage().filter(outage -> outage.recovery().isEmpty());
    if (open.isEmpty()) {
      memory = memory.withSnooze(memory.snoozedUntil().filter(end -> isSnoozed()));
      return;
    }
    Outage outage = open.get();
    if (now.offline() || now.catchUpPending() || isSnoozed()) {
      return;
    }
    if (memory.snoozedUntil().isPresent()) {
      memory = memory.withSnooze(Optional.empty());
      remind(outage, outage.reminders());
    } else if (outage.told().isAfter(at)) {
      // The clock was set back.
      memory = memory.withOutage(Optional.of(outage.reminded(at, outage.reminders())));
    } else if (now.failing()
        && outage.said().stream().anyMatch(OUTAGES::contains)
        && outage.reminders() < settings.reminders()
        && !at.isBefore(outage.told().plus(REMIND_EVERY))) {
      remind(outage, outage.reminders() + 1);
    }
  }

  private void remind(Outage outage, int reminders) {
    if (tell.isEmpty()) {
      tell.add(announcer.reminder(outage));
    }
    memory = memory.withOutage(Optional.of(outage.reminded(at, reminders)));
  }

  private boolean isSnoozed() {
    return memory
        .snoozedUntil()
        .filter(end -> at.isBefore(end) && end.isBefore(at.plus(LONGEST_SNOOZE).plusSeconds(1)))
        .isPresent();
  }

  private boolean isFresh(Instant decided) {
    // What a clock that was ahead has decided was decided long enough ago.
    return !decided.isAfter(at) && at.isBefore(decided.plus(settings.group()));
  }

  private boolean isUntold(UUID event) {
    return now.untold().stream().anyMatch(one -> one.event().equals(event));
  }

  private void withdrawAll(Topic topic) {
    now.untold().stream()
        .filter(one -> one.topic() == topic)
        .forEach(one -> withdraw.add(one.event()));
  }
}
