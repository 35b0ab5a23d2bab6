package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What a text from a person holds.
///
/// @param found the databases in it
/// @param problems what in it could not be used, a sentence each
record Pasted(List<Found> found, List<String> problems) {
  /// Stands where [ConnectionText] insists on a secret, and goes nowhere.
  private static final String STAND_IN = "Aa1Bb2Cc3Dd4Ee5Ff6";

  /// Has a person or standard input give a text.
  ///
  /// @param what what to ask a person for
  /// @param secretElsewhere whether an address alone is enough
  static Pasted ask(Console console, String what, boolean secretElsewhere) throws UsageException {
    Function<String, Pasted> reader = secretElsewhere ? Pasted::withoutSecret : Pasted::read;
    return reader.apply(Input.text(console, what, text -> reader.apply(text).problems().isEmpty()));
  }

  /// Reads a connection text.
  static Pasted read(String text) {
    ConnectionText.Reading reading = ConnectionText.read(text);
    return new Pasted(
        reading.found(),
        reading.problems().stream().map(ConnectionText.Problem::sentence).toList());
  }

  /// Reads a text whose secret is elsewhere, so that an address alone is enough.
  static Pasted withoutSecret(String text) {
    Pasted plain = read(text);
    Pasted pasted =
        plain.found().isEmpty() ? completed(text).map(Pasted::read).orElse(plain) : plain;
    return new Pasted(
        pasted.found().stream()
            .map(f -> new Found(f.endpoint(), Optional.empty(), f.mode(), f.source(), f.remarks()))
            .toList(),
        pasted.problems());
  }

  /// The only database.
  ///
  /// @throws UsageException if there is none, or more than one
  Found one() throws UsageException {
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
    if (found.size() != 1) {
      throw new UsageException(
          "The text holds " + found.size() + " databases. Give one database only.");
    }
    return found.getFirst();
  }

  /// A lone address with a stand-in for its secret; empty if the text is anything else.
  private static Optional<String> completed(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      String user = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
      if (uri.getHost() == null || user.contains(":")) {
        return Optional.empty();
      }
      return switch (scheme) {
        case "redis", "rediss", "valkey", "valkeys" -> {
          String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
          yield Optional.of(scheme + "://" + user + ":" + STAND_IN + "@" + uri.getHost() + port);
        }
        case "https", "http" ->
            Optional.of("UPSTASH_REDIS_REST_URL=" + uri + "\nUPSTASH_REDIS_REST_TOKEN=" + STAND_IN);
        default -> Optional.empty();
      };
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
