package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.TlsQuestion;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.DatabaseRules;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.database.paste.ConnectionText.Tls;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.language.CommonPhrase;
import dev.upkeep.language.PastePhrase;
import dev.upkeep.language.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Finds the databases to touch when nobody named any: those in the environment, or in a text from
/// standard input.
///
/// @param targets in the order in which they were found, each with an id that no other has here; in
///   the next run it may be another's
/// @param problems what in the text could not be used, each a sentence without a secret
/// @param remarks what was read differently from how it was written, each a sentence
public record EnvironmentTargets(
    List<Target> targets, List<Sentence> problems, List<Sentence> remarks) {
  private static final String URL = "UPSTASH_REDIS_URL";
  private static final String REST_URL = "UPSTASH_REDIS_REST_URL";
  private static final String REST_TOKEN = "UPSTASH_REDIS_REST_TOKEN";
  private static final String VALKEY_URL = "VALKEY_URL";

  /// The same, of which nobody has said more than the variables do.
  public static EnvironmentTargets inEnvironment(
      Map<String, String> variables, Optional<Path> caFile) {
    return inEnvironment(variables, caFile, Wishes.NONE);
  }

  /// The first of `UPSTASH_REDIS_URL`, the REST pair and `VALKEY_URL` that is set; with none of
  /// them a Redis on this computer, in mode ping, since nobody named it. One that is set and
  /// unusable is a problem, never a reason to look further: a touch of the wrong database would
  /// look like success.
  public static EnvironmentTargets inEnvironment(
      Map<String, String> variables, Optional<Path> caFile, Wishes wishes) {
    if (variables.containsKey(URL)) {
      return isRestUrlWithToken(variables)
          ? inRestPair(variables, URL, caFile, wishes)
          : inVariable(variables, URL, caFile, wishes);
    }
    if (variables.containsKey(REST_URL) || variables.containsKey(REST_TOKEN)) {
      return inRestPair(variables, REST_URL, caFile, wishes);
    }
    if (variables.containsKey(VALKEY_URL)) {
      return inVariable(variables, VALKEY_URL, caFile, wishes);
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
  static EnvironmentTargets inText(
      String text, String origin, Optional<Path> caFile, Wishes wishes) {
    ConnectionText.Reading reading = ConnectionText.read(text, wishes);
    List<Target> targets = new ArrayList<>();
    List<Sentence> problems = new ArrayList<>();
    List<Sentence> remarks = new ArrayList<>();
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
      targets.add(
          new Target(
              database, found.secret(), origin, found.asksForTls() ? found.tls() : Tls.SAID));
      found.remarks().forEach(remark -> remarks.add(CommonPhrase.OF.with(origin, remark)));
    }
    reading
        .problems()
        .forEach(problem -> problems.add(CommonPhrase.OF.with(origin, problem.sentence())));
    if (targets.isEmpty() && problems.isEmpty()) {
      problems.add(PastePhrase.HOLDS_NOTHING.with(origin));
    }
    return new EnvironmentTargets(
        List.copyOf(targets), List.copyOf(problems), List.copyOf(remarks));
  }

  /// The same, with how each of them is reached, and what breaks a rule then.
  EnvironmentTargets reached(Consumer<DatabaseEdit> how) {
    List<Target> all = new ArrayList<>();
    List<Sentence> wrong = new ArrayList<>(problems);
    for (Target target : targets) {
      DatabaseEdit edit = target.database().edit();
      how.accept(edit);
      Database database = edit.done();
      DatabaseRules.problems(database)
          .forEach(problem -> wrong.add(CommonPhrase.OF.with(target.origin(), problem)));
      all.add(new Target(database, target.secret(), target.origin(), target.tls()));
    }
    return new EnvironmentTargets(List.copyOf(all), List.copyOf(wrong), remarks);
  }

  /// The same with every connection encrypted or not, where that was left open; those that nobody
  /// has said it of are problems.
  public EnvironmentTargets settled(Console console) {
    boolean certain = true;
    for (Target target : targets) {
      certain &= target.tls() == Tls.SAID;
    }
    if (certain) {
      return this;
    }
    List<Target> sure = new ArrayList<>();
    List<Sentence> more = new ArrayList<>(problems);
    for (Target target : targets) {
      if (target.tls() == Tls.SAID
          || !(target.database().endpoint() instanceof Endpoint.Redis redis)) {
        sure.add(target);
        continue;
      }
      TlsQuestion.Settled settled =
          new TlsQuestion(console).settle(target.database(), redis, target.tls() == Tls.OPEN);
      if (settled.tls().isPresent()) {
        sure.add(target.withTls(settled.tls().get()));
        if (!settled.sentence().isEmpty()) {
          console.note(target.origin() + ": " + settled.sentence());
        }
      } else {
        more.add(CommonPhrase.OF.with(target.origin(), settled.sentence()));
      }
    }
    return new EnvironmentTargets(List.copyOf(sure), List.copyOf(more), remarks);
  }

  private static EnvironmentTargets inVariable(
      Map<String, String> variables, String name, Optional<Path> caFile, Wishes wishes) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? empty(name) : inText(value, name, caFile, wishes);
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
      Map<String, String> variables, String urlName, Optional<Path> caFile, Wishes wishes) {
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
    return inText(text.toString(), urlName, caFile, wishes);
  }

  private static EnvironmentTargets empty(String name) {
    return new EnvironmentTargets(
        List.of(), List.of(PastePhrase.SET_BUT_EMPTY.with(name)), List.of());
  }
}
