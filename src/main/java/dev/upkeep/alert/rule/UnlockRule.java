package dev.upkeep.alert.rule;

import dev.upkeep.history.Announced;
import dev.upkeep.history.Announced.Locked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Decides when to ask for credentials that cannot be had: a keychain that is still locked some
/// minutes after login, or anything else that keeps them away. One notice for all databases, and no
/// further one before each of them could be touched again. Pure.
public final class UnlockRule {
  /// After login a keychain is unlocked by other programs; until then nobody is asked.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private UnlockRule() {}

  /// A database and what people were told about it.
  public record Case(Situation situation, Announced memory) {
    Optional<Locked> locked() {
      return memory.secret().filter(secret -> situation.locked());
    }
  }

  /// Looks at all databases together.
  ///
  /// @return a ruling for each database whose memory changes
  public static List<AlertDecision> judge(
      Collection<Case> cases, Instant at, Supplier<UUID> events) {
    boolean known = false;
    boolean due = false;
    for (Case one : cases) {
      Optional<Locked> locked = one.locked();
      if (locked.isPresent()) {
        known |= locked.get().told();
        due |= isPatienceOver(locked.get().since(), one.situation().awakeSince(), at);
      }
    }
    List<AlertDecision> rulings = new ArrayList<>();
    for (Case one : cases) {
      Optional<Locked> news = one.locked().filter(locked -> !locked.told());
      if (news.isPresent() && (known || due)) {
        Locked told = new Locked(news.get().since(), true);
        rulings.add(
            new AlertDecision(
                one.memory().withSecret(Optional.of(told)),
                known ? List.of() : List.of(new Announcer(one.situation(), at, events).secret()),
                Set.of()));
      }
    }
    return rulings;
  }

  /// Whether it has lasted, and this computer has been awake, for long enough. A beginning that is
  /// still to come is that of a clock that was set back.
  static boolean isPatienceOver(Instant since, Instant awakeSince, Instant at) {
    Instant begin = since.isAfter(awakeSince) && !since.isAfter(at) ? since : awakeSince;
    return !at.isBefore(begin.plus(PATIENCE));
  }
}
