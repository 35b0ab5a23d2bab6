package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.database.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/// Comes by the e-mail and the API key of an Upstash account: from the environment, or else asked
/// for, or else as the lines of standard input. Never from the arguments.
public final class UpstashLogin {
  static final String EMAIL = "UPSTASH_EMAIL";
  static final String API_KEY = "UPSTASH_API_KEY";

  private UpstashLogin() {}

  /// The account.
  ///
  /// @throws UsageException if one of the two is given nowhere
  public static UpstashAccount of(Console console) throws UsageException {
    Optional<String> email = variable(console, EMAIL);
    Optional<String> key = variable(console, API_KEY);
    if (email.isPresent() && key.isPresent()) {
      return account(email.get(), key.get());
    }
    return console.terminal().interactive()
        ? typed(console, email, key)
        : piped(console, email, key);
  }

  private static UpstashAccount typed(Console console, Optional<String> email, Optional<String> key)
      throws UsageException {
    String address =
        email.isPresent() ? email.get() : Input.line(console, "E-mail of the account:");
    return account(
        address, key.isPresent() ? key.get() : Input.secret(console, "the account's API key"));
  }

  private static UpstashAccount piped(Console console, Optional<String> email, Optional<String> key)
      throws UsageException {
    Deque<String> lines =
        new ArrayDeque<>(
            Input.standardInput(console).lines().filter(line -> !line.isBlank()).toList());
    String address = email.orElseGet(() -> next(lines));
    return account(address, key.orElseGet(() -> next(lines)));
  }

  private static String next(Deque<String> lines) {
    return lines.isEmpty() ? "" : lines.poll();
  }

  private static UpstashAccount account(String email, String key) throws UsageException {
    if (email.isBlank() || key.isBlank()) {
      throw new UsageException(
          String.format(
                  Locale.ROOT,
                  "The account's e-mail and API key are needed: in %s and %s, or as two lines on standard",
                  EMAIL,
                  API_KEY)
              + " input, the e-mail first.");
    }
    return new UpstashAccount(email.strip(), Secret.of(key.strip()));
  }

  private static Optional<String> variable(Console console, String name) {
    return Optional.ofNullable(console.environment().get(name)).filter(text -> !text.isBlank());
  }
}
