package dev.upkeep.upstash.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Something about an account that people do not know yet. Names and words are foreign text.
public sealed interface AccountNews {
  /// Nobody keeps it.
  ///
  /// @param id the account's own
  /// @param keep whether it is to be kept without a question
  record Appeared(String id, String name, String host, boolean keep) implements AccountNews {}

  /// So many that each by itself would be a flood.
  record ManyAppeared(List<String> names, int count) implements AccountNews {
    public ManyAppeared {
      names = List.copyOf(names);
    }
  }

  /// It is kept, and the account does not have it any more.
  record Gone(UUID id, String name) implements AccountNews {}

  /// It is kept, and not active.
  ///
  /// @param word the provider's
  record NotActive(UUID id, String name, String word) implements AccountNews {}

  /// Touches seem not to be counted.
  ///
  /// @param since the first look that told so
  /// @param figure reads and writes of the month, at which the counters stand
  record NotCounted(UUID id, String name, Instant since, int looks, long writes, long figure)
      implements AccountNews {}

  /// Much of what the plan allows in a month is used.
  ///
  /// @param commands how many of them touches have sent, about
  record QuotaReached(UUID id, String name, int level, long used, long limit, long commands)
      implements AccountNews {}

  /// The key is not accepted any more.
  record Rejected() implements AccountNews {}
}
