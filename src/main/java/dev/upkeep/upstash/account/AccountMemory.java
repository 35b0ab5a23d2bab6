package dev.upkeep.upstash.account;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is known of an account, and what of it people know. Holds no credential.
///
/// @param lookedAt when it was last looked at with success
/// @param rejectedTold whether people know that the key is not accepted any more
/// @param entries by the account's ids
public record AccountMemory(
    Optional<Instant> lookedAt, boolean rejectedTold, Map<String, AccountEntry> entries) {
  /// An account that was never looked at.
  public static final AccountMemory NONE = new AccountMemory(Optional.empty(), false, Map.of());

  public AccountMemory {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /// What is known of a database of ours.
  public Optional<AccountEntry> of(UUID kept) {
    return entries.values().stream()
        .filter(entry -> entry.keptAs().equals(Optional.of(kept)))
        .findFirst();
  }

  /// With one that a person wants to hear nothing of.
  public AccountMemory ignoring(String id) {
    AccountEntry entry = entries.get(id);
    if (entry == null) {
      return this;
    }
    Map<String, AccountEntry> all = new LinkedHashMap<>(entries);
    all.put(id, entry.withIgnored());
    return new AccountMemory(lookedAt, rejectedTold, all);
  }

  /// With people told that the key is not accepted.
  public AccountMemory rejected() {
    return new AccountMemory(lookedAt, true, entries);
  }
}
