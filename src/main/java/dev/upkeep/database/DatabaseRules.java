package dev.upkeep.database;

import dev.upkeep.language.RulePhrase;
import dev.upkeep.language.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a definition must keep to, whoever wrote it. Each problem is a sentence that says what
/// would do; none repeats the value, which may be long or hostile.
public final class DatabaseRules {
  public static final Duration SHORTEST_WINDOW = Duration.ofHours(1);
  public static final Duration LONGEST_WINDOW = Duration.ofDays(400);

  /// In bytes of UTF-8.
  public static final int LONGEST_KEY = 512;

  private static final int LONGEST_USER = 512;
  private static final int LONGEST_REFERENCE = 4096;
  private static final Pattern ENVIRONMENT = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(\\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*");
  private static final int LONGEST_HOST_NAME = 253;

  /// What Sentinel takes in its configuration.
  private static final Pattern MASTER_NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private static final String FILE = "file:";

  private DatabaseRules() {}

  /// Every problem of the definition at once; that its name is unique is for the list to say.
  public static List<Sentence> problems(Database database) {
    List<Sentence> problems = new ArrayList<>();
    DatabaseName.problem(database.name()).ifPresent(problems::add);
    endpoint(database.endpoint()).ifPresent(problems::add);
    encryption(database.endpoint()).ifPresent(problems::add);
    database.window().flatMap(DatabaseRules::window).ifPresent(problems::add);
    database.interval().flatMap(Intervals::problem).ifPresent(problems::add);
    key(database.key()).ifPresent(problems::add);
    database.caFile().flatMap(DatabaseRules::caFile).ifPresent(problems::add);
    database.clientCertificate().ifPresent(shown -> clientCertificate(shown, problems));
    if (database.clientCertificate().isPresent()
        && !(database.endpoint() instanceof Endpoint.Redis redis && redis.tls())) {
      problems.add(RulePhrase.CERTIFICATE_NEEDS_TLS.with());
    }
    database.serverName().flatMap(DatabaseRules::serverName).ifPresent(problems::add);
    if (database.serverName().isPresent()
        && !(database.endpoint() instanceof Endpoint.Redis redis && redis.tls())) {
      problems.add(RulePhrase.NAME_NEEDS_TLS.with());
    }
    database.sentinel().ifPresent(sentinel -> sentinel(sentinel, database, problems));
    database.secretReference().flatMap(DatabaseRules::reference).ifPresent(problems::add);
    Tags.problem(database.tags()).ifPresent(problems::add);
    return List.copyOf(problems);
  }

  /// Why the window cannot be used, as a sentence; empty when it can.
  public static Optional<Sentence> window(Duration window) {
    return unless(
        window.compareTo(SHORTEST_WINDOW) >= 0 && window.compareTo(LONGEST_WINDOW) <= 0,
        RulePhrase.WINDOW.with(DurationText.of(SHORTEST_WINDOW), DurationText.of(LONGEST_WINDOW)));
  }

  /// Why the key cannot be used, as a sentence; empty when it can.
  public static Optional<Sentence> key(String key) {
    return unless(
        !key.isEmpty()
            && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
            && isVisible(key),
        RulePhrase.KEY.with(LONGEST_KEY));
  }

  /// Why the text does not say where a secret is, as a sentence; empty when it does. Whether the
  /// secret is there is not asked.
  public static Optional<Sentence> reference(String reference) {
    return unless(
        isReference(reference) || reference.equals(Database.NO_SECRET),
        RulePhrase.REFERENCE.with());
  }

  private static void clientCertificate(ClientCertificate shown, List<Sentence> problems) {
    boolean fine =
        isReference(shown.certificate())
            && shown.key().filter(key -> !isReference(key)).isEmpty()
            && shown.passphrase().filter(passphrase -> !isReference(passphrase)).isEmpty();
    if (!fine) {
      problems.add(RulePhrase.CERTIFICATE.with());
    }
  }

  private static void sentinel(Sentinel sentinel, Database database, List<Sentence> problems) {
    if (!(database.endpoint() instanceof Endpoint.Redis)) {
      problems.add(RulePhrase.SENTINEL_ADDRESS.with());
    }
    if (!MASTER_NAME.matcher(sentinel.master()).matches()) {
      problems.add(RulePhrase.SENTINEL_MASTER.with());
    }
    if (sentinel.user().filter(user -> !isUser(user)).isPresent()) {
      problems.add(RulePhrase.SENTINEL_USER.with(LONGEST_USER));
    }
    if (sentinel.user().isPresent() && sentinel.secret().isEmpty()) {
      problems.add(RulePhrase.SENTINEL_USER_ALONE.with());
    }
    if (sentinel.secret().filter(reference -> !isReference(reference)).isPresent()) {
      problems.add(RulePhrase.SENTINEL_SECRET.with());
    }
  }

  private static boolean isUser(String user) {
    return !user.isEmpty() && user.length() <= LONGEST_USER && isVisible(user);
  }

  private static boolean isReference(String reference) {
    return ENVIRONMENT.matcher(reference).matches() || isFile(reference);
  }

  private static Optional<Sentence> serverName(String name) {
    return unless(
        HOST_NAME.matcher(name).matches() && name.length() <= LONGEST_HOST_NAME,
        RulePhrase.SERVER_NAME.with());
  }

  private static boolean isFile(String reference) {
    if (!reference.startsWith(FILE)
        || reference.length() > LONGEST_REFERENCE
        || !isVisible(reference)) {
      return false;
    }
    String path = reference.substring(FILE.length());
    // Not Path.isAbsolute: a file may be checked on another system than the one it is meant for.
    return path.startsWith("/") || path.matches("[A-Za-z]:[/\\\\].*");
  }

  private static Optional<Sentence> endpoint(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Rest(var base) -> unless(isVisible(base.toString()), RulePhrase.ADDRESS.with());
      case Endpoint.Redis(var host, var port, var user, var tls) ->
          unless(
              isVisible(host) && user.filter(u -> !isUser(u)).isEmpty(),
              RulePhrase.HOST.with(LONGEST_USER));
    };
  }

  /// Where a provider answers over TLS alone, whoever asks for less would tell the password to
  /// everybody on the way, and to somebody else at its end.
  private static Optional<Sentence> encryption(Endpoint endpoint) {
    return unless(
        endpoint.tls() || !Provider.encryptsAlways(endpoint.host()), RulePhrase.TLS_ONLY.with());
  }

  private static Optional<Sentence> caFile(Path file) {
    return unless(file.isAbsolute(), RulePhrase.CA_FILE.with());
  }

  private static boolean isVisible(String text) {
    return text.codePoints().noneMatch(DatabaseName::isInvisible);
  }

  private static Optional<Sentence> unless(boolean fine, Sentence problem) {
    return fine ? Optional.empty() : Optional.of(problem);
  }
}
