package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.TlsQuestion;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.language.Sentence;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What a text from a person holds.
///
/// @param found the databases in it
/// @param problems what in it could not be used, a sentence each
record Pasted(List<Found> found, List<Sentence> problems) {
  /// Stands where [ConnectionText] insists on a secret, and goes nowhere.
  private static final String STAND_IN = "Aa1Bb2Cc3Dd4Ee5Ff6";

  /// Has a person or standard input give a text.
  ///
  /// @param what what to ask a person for
  /// @param secretElsewhere whether an address alone is enough
  static Pasted ask(Console console, String what, boolean secretElsewhere, Wishes wishes)
      throws UsageException {
    Function<String, Pasted> reader =
        secretElsewhere ? text -> withoutSecret(text, wishes) : text -> read(text, wishes);
    return reader.apply(Input.text(console, what, text -> reader.apply(text).problems().isEmpty()));
  }

  /// Reads a connection text.
  static Pasted read(String text, Wishes wishes) {
    ConnectionText.Reading reading = ConnectionText.read(text, wishes);
    return new Pasted(
        reading.found(),
        reading.problems().stream().map(ConnectionText.Problem::sentence).toList());
  }

  /// Reads a text whose secret is elsewhere, so that an address alone is enough.
  static Pasted withoutSecret(String text, Wishes wishes) {
    Pasted plain = read(text, wishes);
    Pasted pasted =
        plain.found().isEmpty()
            ? completed(text).map(whole -> read(whole, wishes)).orElse(plain)
            : plain;
    return new Pasted(
        pasted.found().stream().map(Found::withoutSecret).toList(), pasted.problems());
  }

  /// The only database.
  ///
  /// @throws UsageException if there is none, or more than one
  Found one() throws UsageException {
    if (!problems.isEmpty()) {
      throw UsageException.of(problems);
    }
    if (found.size() != 1) {
      throw new UsageException(
          "The text holds " + found.size() + " databases. Give one database only.");
    }
    return found.getFirst();
  }

  /// The same with every connection encrypted or not, where that was left open; those that nobody
  /// has said it of are problems.
  Pasted settled(Console console, Optional<Path> caFile) {
    List<Found> sure = new ArrayList<>();
    List<Sentence> more = new ArrayList<>(problems);
    for (Found one : found) {
      if (!one.asksForTls() || !(one.endpoint() instanceof Endpoint.Redis redis)) {
        sure.add(one);
        continue;
      }
      Database database = Database.of(new UUID(0, 0), redis.host(), redis).withCaFile(caFile);
      TlsQuestion.Settled settled =
          new TlsQuestion(console).settle(database, redis, one.tls() == ConnectionText.Tls.OPEN);
      if (settled.tls().isPresent()) {
        sure.add(one.withTls(settled.tls().get()));
        if (!settled.sentence().isEmpty()) {
          console.note(settled.sentence());
        }
      } else {
        more.add(Sentence.verbatim(settled.sentence()));
      }
    }
    return new Pasted(List.copyOf(sure), List.copyOf(more));
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
