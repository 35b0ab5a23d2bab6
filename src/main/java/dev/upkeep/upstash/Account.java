package dev.upkeep.upstash;

import dev.upkeep.database.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Who asks the Developer API.
///
/// @param email of the account's owner; blanks around it do not matter
/// @param apiKey made in the console under Account, Management API; one that may only read is
///   enough for everything here, and any other one may delete databases
public record Account(String email, Secret apiKey) {
  /// More than any address or key has.
  private static final int LONGEST = 512;

  /// Why the two cannot be an e-mail and an API key, as a sentence that repeats neither; empty when
  /// they can.
  public Optional<String> problem() {
    String address = email.strip();
    if (address.indexOf('@') < 1 || !isPlain(address) || address.indexOf(':') >= 0) {
      return Optional.of("This is not an e-mail address.");
    }
    return isPlain(apiKey.reveal().strip())
        ? Optional.empty()
        : Optional.of("This is not an API key: it has letters, digits and hyphens only.");
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
  }

  /// As HTTP says it; [RFC 7617](https://www.rfc-editor.org/rfc/rfc7617).
  String basicCredentials() {
    String both = email.strip() + ":" + apiKey.reveal().strip();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /// Without the address, which is nobody's business in a log.
  @Override
  public String toString() {
    return "Account[" + apiKey + "]";
  }
}
