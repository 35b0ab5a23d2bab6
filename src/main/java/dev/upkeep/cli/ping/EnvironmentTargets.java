package dev.upkeep.cli.ping;

import dev.upkeep.database.ClientCertificate;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds the databases to touch when nobody named any: those in the environment, or in a text from
/// standard input.
///
/// @param targets in the order in which they were found, each with an id that no other has here; in
///   the next run it may be another's
/// @param problems what in the text could not be used, each a sentence without a secret
/// @param remarks what was read differently from how it was written, each a sentence
public record EnvironmentTargets(
    List<Target> targets, List<String> problems, List<String> remarks) {
  private static final String URL = "UPSTASH_REDIS_URL";
  private static final String REST_URL = "UPSTASH_REDIS_REST_URL";
  private static final String REST_TOKEN = "UPSTASH_REDIS_REST_TOKEN";
  private static final String VALKEY_URL = "VALKEY_URL";

  /// The first of `UPSTASH_REDIS_URL`, the REST pair and `VALKEY_URL` that is set; with none of
  /// them a Redis on this computer, in mode ping, since nobody named it. One that is set and
  /// unusable is a problem, never a reason to look further: a touch of the wrong database would
  /// look like success.
  public static EnvironmentTargets inEnvironment(
      Map<String, String> variables, Optional<Path> caFile) {
    if (variables.containsKey(URL)) {
      return isRestUrlWithToken(variables)
          ? inRestPair(variables, URL, caFile)
          : inVariable(variables, URL, caFile);
    }
    if (variables.containsKey(REST_URL) || variables.containsKey(REST_TOKEN)) {
      return inRestPair(variables, REST_URL, caFile);
    }
    if (variables.containsKey(VALKEY_URL)) {
      return inVariable(variables, VALKEY_URL, caFile);
    }
    Endpoint local = new Endpoint.Redis("localhost", 6379, Optional.empty(), false);
    Database database =
        Database.of(new UUID(0, 0), "localhost", local).withMode(TouchMode.PING).withCaFile(caFile);
    return new EnvironmentTargets(
        List.of(new Target(database, Optional.empty(), "default")), List.of(), List.of());
  }

  /// Whether a variable names a database, be it usable or not.
  public static boolean areIn(Map<String, String> variables) {
    return Stream.of(URL, REST_URL, REST_TOKEN, VALKEY_URL).anyMatch(variables::containsKey);
  }

  /// Every database in a text of any form.
  ///
  /// @param origin what to call the text's source
  static EnvironmentTargets inText(String text, String origin, Optional<Path> caFile) {
    ConnectionText.Reading reading = ConnectionText.read(text);
    List<Target> targets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ConnectionText.Found found : reading.found()) {
      Endpoint endpoint = found.endpoint();
      String name =
          Stream.of(endpoint.host(), endpoint.hostAndPort(), endpoint.display())
              .filter(names::add)
              .findFirst()
              .orElse(endpoint.display());
      Database database =
          Database.of(new UUID(0, targets.size()), name, endpoint)
              .withMode(found.mode())
              .withCaFile(caFile);
      targets.add(new Target(database, found.secret(), origin));
      found.remarks().forEach(remark -> remarks.add(origin + ": " + remark));
    }
    reading.problems().forEach(problem -> problems.add(origin + ": " + problem.sentence()));
    if (targets.isEmpty() && problems.isEmpty()) {
      problems.add(origin + " holds no database.");
    }
    return new EnvironmentTargets(
        List.copyOf(targets), List.copyOf(problems), List.copyOf(remarks));
  }

  /// The same, and what is shown to each of them, with what breaks a rule then.
  EnvironmentTargets shown(Optional<ClientCertificate> certificate, Optional<String> serverName) {
    List<Target> all = new ArrayList<>();
    List<String> wrong = new ArrayList<>(problems);
    for (Target target : targets) {
      Database database =
          target.database().edit().clientCertificate(certificate).serverName(serverName).done();
      DatabaseRules.problems(database)
          .forEach(problem -> wrong.add(target.origin() + ": " + problem));
      all.add(new Target(database, target.secret(), target.origin()));
    }
    return new EnvironmentTargets(List.copyOf(all), List.copyOf(wrong), remarks);
  }

  private static EnvironmentTargets inVariable(
      Map<String, String> variables, String name, Optional<Path> caFile) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? empty(name) : inText(value, name, caFile);
  }

  /// The REST URL under the shorter name is a common slip. The token beside it is its token, unless
  /// that belongs to another URL.
  private static boolean isRestUrlWithToken(Map<String, String> variables) {
    String url = variables.getOrDefault(URL, "").strip();
    return url.matches("(?i)https?://\\S+")
        && !variables.getOrDefault(REST_TOKEN, "").isBlank()
        && variables.getOrDefault(REST_URL, url).strip().equals(url);
  }

  /// Reads the pair.
  ///
  /// @param urlName the variable that holds the URL
  private static EnvironmentTargets inRestPair(
      Map<String, String> variables, String urlName, Optional<Path> caFile) {
    for (String name : List.of(urlName, REST_TOKEN)) {
      if (variables.containsKey(name) && variables.getOrDefault(name, "").isBlank()) {
        return empty(name);
      }
    }
    StringBuilder text = new StringBuilder();
    Optional.ofNullable(variables.get(urlName))
        .ifPresent(url -> text.append(REST_URL + "=").append(url.strip()).append('\n'));
    Optional.ofNullable(variables.get(REST_TOKEN))
        .ifPresent(token -> text.append(REST_TOKEN + "=").append(token.strip()).append('\n'));
    return inText(text.toString(), urlName, caFile);
  }

  private static EnvironmentTargets empty(String name) {
    return new EnvironmentTargets(
        List.of(),
        List.of(
            name
                + " is set but empty. Unset it, or give it a value; in GitHub Actions this means"
                + " that the secret does not exist."),
        List.of());
  }
}
