package dev.upkeep.cli.console;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.touch.protocol.TlsProbe;
import java.util.Optional;
import java.util.function.BiFunction;

/// Settles whether a connection is encrypted, where its text leaves that open: by saying hello in
/// TLS, else by asking. Without an answer nothing is sent.
public final class TlsQuestion {
  private final Console console;
  private final BiFunction<Database, Endpoint.Redis, TlsProbe.Answer> probe;

  public TlsQuestion(Console console) {
    this(console, TlsProbe::ask);
  }

  TlsQuestion(Console console, BiFunction<Database, Endpoint.Redis, TlsProbe.Answer> probe) {
    this.console = console;
    this.probe = probe;
  }

  /// What is to be done.
  ///
  /// @param tls empty where nobody has said so
  /// @param sentence what there is to tell
  public record Settled(Optional<Boolean> tls, String sentence) {}

  /// Settles whether one connection is encrypted, asking a person where it has to.
  ///
  /// @param database whose trust is used
  /// @param open whether the text speaks of TLS, but not clearly; otherwise it is silent
  public Settled settle(Database database, Endpoint.Redis endpoint, boolean open) {
    String place = endpoint.hostAndPort();
    if (open) {
      return asked(
          "The text speaks of TLS, but not clearly. Is " + place + " to be spoken to with TLS?",
          "The text speaks of TLS to " + place + ", but not clearly. Say --tls yes or --tls no.");
    }
    return switch (probe.apply(database, endpoint)) {
      case TLS ->
          new Settled(
              Optional.of(true),
              "The text does not say so, but " + place + " speaks TLS, so Upkeep uses it.");
      // The touch will say why; should it get through after all, nothing goes unencrypted.
      case UNREACHABLE -> new Settled(Optional.of(true), "");
      case NO_TLS -> plain(place);
    };
  }

  private Settled plain(String place) {
    String fact = place + " does not speak TLS.";
    Settled answer =
        asked(
            fact + " Insist on TLS all the same? With no, the password is sent unencrypted.",
            fact + " To send the password unencrypted, say --tls no.");
    return answer;
  }

  /// A person says yes or no; nothing else is an answer.
  private Settled asked(String question, String refusal) {
    if (!console.terminal().interactive()) {
      return new Settled(Optional.empty(), refusal);
    }
    String answer = Input.line(console, question + " [yes/no]");
    if (answer.equalsIgnoreCase("yes") || answer.equalsIgnoreCase("y")) {
      return new Settled(Optional.of(true), "");
    }
    return answer.equalsIgnoreCase("no") || answer.equalsIgnoreCase("n")
        ? new Settled(Optional.of(false), "")
        : new Settled(Optional.empty(), refusal);
  }
}
