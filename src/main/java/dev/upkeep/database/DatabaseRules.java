package dev.upkeep.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  public static List<String> problems(Database database) {
    List<String> problems = new ArrayList<>();
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
      problems.add("A client certificate is shown over TLS alone, to a rediss:// address.");
    }
    database.serverName().flatMap(DatabaseRules::serverName).ifPresent(problems::add);
    if (database.serverName().isPresent()
        && !(database.endpoint() instanceof Endpoint.Redis redis && redis.tls())) {
      problems.add("Another name for the certificate goes with a rediss:// address.");
    }
    database.sentinel().ifPresent(sentinel -> sentinel(sentinel, database, problems));
    database.secretReference().flatMap(DatabaseRules::reference).ifPresent(problems::add);
    Tags.problem(database.tags()).ifPresent(problems::add);
    return List.copyOf(problems);
  }

  /// Why the window cannot be used, as a sentence; empty when it can.
  public static Optional<String> window(Duration window) {
    return unless(
        window.compareTo(SHORTEST_WINDOW) >= 0 && window.compareTo(LONGEST_WINDOW) <= 0,
        String.format(
            Locale.ROOT,
            "A window is between %s and %s.",
            DurationText.of(SHORTEST_WINDOW),
            DurationText.of(LONGEST_WINDOW)));
  }

  /// Why the key cannot be used, as a sentence; empty when it can.
  public static Optional<String> key(String key) {
    return unless(
        !key.isEmpty()
            && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
            && isVisible(key),
        String.format(
            Locale.ROOT,
            "A key has 1 to %d bytes and no control or text-direction characters.",
            LONGEST_KEY));
  }

  /// Why the text does not say where a secret is, as a sentence; empty when it does. Whether the
  /// secret is there is not asked.
  public static Optional<String> reference(String reference) {
    return unless(
        isReference(reference) || reference.equals(Database.NO_SECRET),
        "A secret reference is env:NAME or file:/absolute/path, and never the secret itself.");
  }

  private static void clientCertificate(ClientCertificate shown, List<String> problems) {
    boolean fine =
        isReference(shown.certificate())
            && shown.key().filter(key -> !isReference(key)).isEmpty()
            && shown.passphrase().filter(passphrase -> !isReference(passphrase)).isEmpty();
    if (!fine) {
      problems.add(
          "A client certificate, its key and its passphrase are each env:NAME or"
              + " file:/absolute/path, and never the thing itself.");
    }
  }

  private static void sentinel(Sentinel sentinel, Database database, List<String> problems) {
    if (!(database.endpoint() instanceof Endpoint.Redis)) {
      problems.add("A Sentinel is asked at a redis:// or rediss:// address.");
    }
    if (!MASTER_NAME.matcher(sentinel.master()).matches()) {
      problems.add(
          "A Sentinel's name for a database has 1 to 128 letters, digits, dots, hyphens and"
              + " underscores.");
    }
    if (sentinel.user().filter(user -> !isUser(user)).isPresent()) {
      problems.add("A Sentinel's user has 1 to " + LONGEST_USER + " visible characters.");
    }
    if (sentinel.user().isPresent() && sentinel.secret().isEmpty()) {
      problems.add("A Sentinel's user goes with its password.");
    }
    if (sentinel.secret().filter(reference -> !isReference(reference)).isPresent()) {
      problems.add(
          "A Sentinel's password is env:NAME or file:/absolute/path, and never the password"
              + " itself.");
    }
  }

  private static boolean isUser(String user) {
    return !user.isEmpty() && user.length() <= LONGEST_USER && isVisible(user);
  }

  private static boolean isReference(String reference) {
    return ENVIRONMENT.matcher(reference).matches() || isFile(reference);
  }

  private static Optional<String> serverName(String name) {
    return unless(
        HOST_NAME.matcher(name).matches() && name.length() <= LONGEST_HOST_NAME,
        "A name for the certificate is a host name: letters, digits, hyphens and dots.");
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

  private static Optional<String> endpoint(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Rest(var base) ->
          unless(
              isVisible(base.toString()),
              "An address has no control or text-direction characters.");
      case Endpoint.Redis(var host, var port, var user, var tls) ->
          unless(
              isVisible(host) && user.filter(u -> !isUser(u)).isEmpty(),
              "A host and a user have no control or text-direction characters, and a user has 1 to"
                  + String.format(Locale.ROOT, " %d characters.", LONGEST_USER));
    };
  }

  /// Where a provider answers over TLS alone, whoever asks for less would tell the password to
  /// everybody on the way, and to somebody else at its end.
  private static Optional<String> encryption(Endpoint endpoint) {
    return unless(
        endpoint.tls() || !Provider.encryptsAlways(endpoint.host()),
        "This provider answers over TLS only, and without it the password would be sent in clear."
            + " Use rediss:// or https://.");
  }

  private static Optional<String> caFile(Path file) {
    return unless(file.isAbsolute(), "A CA file needs its whole path, from the root on.");
  }

  private static boolean isVisible(String text) {
    return text.codePoints().noneMatch(DatabaseName::isInvisible);
  }

  private static Optional<String> unless(boolean fine, String problem) {
    return fine ? Optional.empty() : Optional.of(problem);
  }
}
