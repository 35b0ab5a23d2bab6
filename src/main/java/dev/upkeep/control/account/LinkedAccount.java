package dev.upkeep.control.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How an account is linked, and what the last look at it found.
///
/// @param since when it was linked; empty if none is
/// @param lookedAt when it was last looked at with success
/// @param trouble why the look after that did not succeed, as a sentence
/// @param databases how many it has
/// @param unkept those that nobody keeps, at most [#MOST]
/// @param more how many of those are left out
public record LinkedAccount(
    Optional<Instant> since,
    KeyRights rights,
    boolean keepNew,
    Optional<Instant> lookedAt,
    Optional<String> trouble,
    int databases,
    List<FoundDatabase> unkept,
    int more) {
  /// As many fit into one message.
  public static final int MOST = 200;

  /// No account is linked.
  public static final LinkedAccount NONE =
      new LinkedAccount(
          Optional.empty(),
          KeyRights.UNTRIED,
          false,
          Optional.empty(),
          Optional.empty(),
          0,
          List.of(),
          0);

  public LinkedAccount {
    unkept = List.copyOf(unkept);
  }

  public boolean linked() {
    return since.isPresent();
  }
}
