package dev.upkeep.cli.ping;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.Words;
import dev.upkeep.database.Endpoint;
import dev.upkeep.language.Language;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.words.Elapsed;
import java.time.Duration;
import java.util.Optional;

/// The one line that `ping` prints for a database, in the form that log parsers already know.
final class PingLine {
  private PingLine() {}

  static String of(PingResult result, Console console) {
    Touch touch = result.touch();
    String time = "[" + Words.instant(touch.at()) + "] ";
    return touch.outcome() instanceof Outcome.Alive alive
        ? time + "Upstash Redis keep-alive: PONG (" + details(result, alive) + ")"
        : time + notAlive(result, console.language());
  }

  private static String notAlive(PingResult result, Language language) {
    return switch (result.touch().outcome()) {
      case Outcome.Alive _ -> throw new IllegalArgumentException("this one is alive");
      case Outcome.Failed failed ->
          "Keep-alive failed: "
              + said(result, failed, language)
              + " "
              + language.say(failed.advice())
              + suffix(result);
      case Outcome.Skipped skipped ->
          "Keep-alive skipped: " + language.say(skipped.message()) + suffix(result);
    };
  }

  /// A server's error does not say which of several servers it came from.
  private static String said(PingResult result, Outcome.Failed failed, Language language) {
    String message = language.say(failed.message());
    Endpoint endpoint = result.target().database().endpoint();
    return name(result).isPresent() || message.contains(endpoint.host())
        ? message
        : endpoint.hostAndPort() + ": " + message;
  }

  private static String suffix(PingResult result) {
    return name(result).map(name -> " (" + name + ")").orElse("");
  }

  /// What a person calls it; others are known by their address.
  private static Optional<String> name(PingResult result) {
    return result.target().origin().equals(AgentPing.ORIGIN)
        ? Optional.of(result.target().database().name())
        : Optional.empty();
  }

  private static String details(PingResult result, Outcome.Alive alive) {
    StringBuilder details =
        new StringBuilder(name(result).map(name -> name + ", ").orElse(""))
            .append(result.target().database().endpoint().hostAndPort())
            .append(", ")
            .append(Words.evidence(alive.evidence()))
            .append(" in ")
            .append(Elapsed.millis(alive.latency()));
    if (result.touch().attempts() > 1) {
      details.append(", attempt ").append(result.touch().attempts());
    }
    alive
        .previousStamp()
        .ifPresent(stamp ->
            details
                .append(", last touched by ")
                .append(stamp.label())
                .append(' ')
                .append(Elapsed.of(Duration.between(stamp.at(), result.touch().at())))
                .append(" ago"));
    alive
        .remark()
        .ifPresent(remark -> details.append("; ").append(remark.english().replaceAll("\\.$", "")));
    if (alive.evidence() == Evidence.PING && result.target().origin().equals("default")) {
      details.append("; no database is configured");
    }
    return details.toString();
  }
}
