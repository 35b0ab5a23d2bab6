package dev.upkeep.agent.account;

import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.control.account.ProviderFigures.Counted;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.account.AccountEntry;
import dev.upkeep.upstash.account.AccountMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is remembered of an account, as others see it. Pure.
final class AccountViews {
  private AccountViews() {}

  static LinkedAccount of(
      AccountPlace.Link link, AccountMemory memory, Optional<String> trouble, Set<String> kept) {
    List<FoundDatabase> unkept =
        memory.entries().entrySet().stream()
            .filter(one -> !kept.contains(one.getValue().place()))
            .map(one -> found(one.getKey(), one.getValue()))
            .toList();
    int shown = Math.min(unkept.size(), LinkedAccount.MOST);
    return new LinkedAccount(
        Optional.of(link.since()),
        link.rights(),
        link.keepNew(),
        memory.lookedAt(),
        trouble,
        memory.entries().size(),
        unkept.subList(0, shown),
        unkept.size() - shown);
  }

  private static FoundDatabase found(String id, AccountEntry entry) {
    return new FoundDatabase(
        id, entry.name(), entry.place(), entry.state(), entry.plan() == Plan.FREE, entry.ignored());
  }

  /// Of every database that is kept.
  static Map<UUID, ProviderFigures> figures(AccountMemory memory) {
    Map<UUID, ProviderFigures> figures = new HashMap<>();
    memory
        .entries()
        .values()
        .forEach(entry -> entry.keptAs().ifPresent(id -> figures.put(id, figures(entry))));
    return figures;
  }

  private static ProviderFigures figures(AccountEntry entry) {
    Optional<AccountEntry.Figures> figures = entry.figures();
    return new ProviderFigures(
        entry.state(),
        entry.missingSince(),
        switch (entry.counts().verdict()) {
          case COUNTED -> Counted.COUNTED;
          case BY_OTHERS -> Counted.BY_OTHERS;
          case NOT_COUNTED -> Counted.NOT_COUNTED;
          case UNKNOWN -> Counted.UNKNOWN;
        },
        entry.counts().decidedAt(),
        figures.map(AccountEntry.Figures::at),
        figures.flatMap(AccountEntry.Figures::requests),
        figures.flatMap(AccountEntry.Figures::requestLimit),
        figures.flatMap(AccountEntry.Figures::storage),
        figures.flatMap(AccountEntry.Figures::storageLimit),
        figures.flatMap(AccountEntry.Figures::bandwidth));
  }
}
