package dev.upkeep.cli.doctor;

import dev.upkeep.cli.console.Words;
import dev.upkeep.cli.ping.EnvironmentTargets;
import dev.upkeep.cli.ping.Target;
import dev.upkeep.database.Endpoint;
import dev.upkeep.language.DoctorPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.protocol.Touchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The environment as Upkeep understands it, with secrets masked: a variable that carries one is
/// shown as what was read from it, never as it is.
final class EnvironmentFacts {
  private static final List<String> PLAIN =
      List.of("KEEPALIVE_ENABLED", "KEEPALIVE_INTERVAL", "UPKEEP_LABEL", "UPKEEP_LOG");
  private static final List<String> SECRET =
      List.of(
          "UPSTASH_REDIS_URL",
          "UPSTASH_REDIS_REST_URL",
          "UPSTASH_REDIS_REST_TOKEN",
          "VALKEY_URL",
          "UPKEEP_WEBHOOK_URL",
          "UPKEEP_HEARTBEAT_URL");
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "KEEPALIVE_ENABLED", "true",
          "KEEPALIVE_INTERVAL", "6 h",
          "UPKEEP_LOG", "text");

  /// One variable.
  ///
  /// @param value safe to show
  record Fact(Sentence name, Sentence value) {
    Fact(String name, Sentence value) {
      this(Sentence.verbatim(name), value);
    }
  }

  private EnvironmentFacts() {}

  static List<Fact> of(Map<String, String> variables, EnvironmentTargets found) {
    List<Fact> facts = new ArrayList<>();
    for (String name : SECRET) {
      if (variables.containsKey(name)) {
        facts.add(
            new Fact(
                name,
                (variables.get(name).isBlank() ? DoctorPhrase.SET_EMPTY : DoctorPhrase.SET)
                    .with()));
      }
    }
    for (String name : PLAIN) {
      String value = variables.getOrDefault(name, "");
      if (!value.isBlank()) {
        facts.add(new Fact(name, Sentence.verbatim(Words.foreignWord(value))));
      } else if (DEFAULTS.containsKey(name)) {
        facts.add(new Fact(name, DoctorPhrase.DEFAULT.with(String.valueOf(DEFAULTS.get(name)))));
      }
    }
    facts.add(new Fact("TLS", Sentence.verbatim(Touchers.wayToTls())));
    StartArchive.state(System.getProperties())
        .ifPresent(
            state -> facts.add(new Fact(DoctorPhrase.ARCHIVE.with(), Sentence.verbatim(state))));
    for (Target target : found.targets()) {
      facts.add(
          new Fact(
              DoctorPhrase.DATABASE.with(),
              DoctorPhrase.FROM.with(masked(target), target.origin())));
    }
    return List.copyOf(facts);
  }

  /// The connection text as it was understood, with dots where the secret was.
  private static String masked(Target target) {
    Endpoint endpoint = target.database().endpoint();
    String dots = target.secret().isPresent() ? "••••" : "";
    return switch (endpoint) {
      case Endpoint.Redis redis ->
          (redis.tls() ? "rediss://" : "redis://")
              + (dots.isEmpty() ? "" : redis.user().orElse("") + ":" + dots + "@")
              + redis.hostAndPort();
      case Endpoint.Rest rest -> rest.display() + (dots.isEmpty() ? "" : ", token " + dots);
    };
  }
}
