package dev.upkeep.control.wire;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the agent sends, a line each: answers to requests, and events for those who watch. None
/// ever holds a secret.
///
/// Most requests are answered with one message. A snapshot is [Begin], a [Status] for each
/// database, [Done]; a touch is a [Touched] for each database, [Done], uptime an [Uptime] for each,
/// [Done]; a diagnosis is a [Step] for each rung while it is climbed, [Diagnosed]; an export is
/// [Text] until the last; an account's list is [Offer], an [Offered] for each database, [Done].
///
/// The lines of [Hello] and [Ended] are the same in every version.
public sealed interface Message {
  static Message parse(String line) throws WireException {
    return RecordJson.parse(Message.class, line, Wire.MAX_MESSAGE, true);
  }

  default String line() {
    return RecordJson.write((Record) this).write();
  }

  /// The answer to a hello.
  ///
  /// @param version of the protocol that the agent speaks
  record Hello(int version) implements Message {}

  /// What was asked for is done.
  record Done() implements Message {}

  record Refused(AgentException.Refused.Reason reason, List<Sentence> problems)
      implements Message {}

  /// The connection ends.
  ///
  /// @param reason why, as a sentence
  record Ended(String reason) implements Message {}

  /// A snapshot begins.
  record Begin(AgentInfo agent) implements Message {}

  record Status(DatabaseStatus status) implements Message {}

  /// One that was removed and can be brought back.
  record Waiting(RemovedDatabase removed) implements Message {}

  record Added(dev.upkeep.control.Added added) implements Message {}

  record Touched(dev.upkeep.control.Touched touched) implements Message {}

  /// A rung of a diagnosis.
  record Step(Diagnosis.Step step) implements Message {}

  /// The end of a diagnosis.
  record Diagnosed(Touch touch) implements Message {}

  /// Whether the secret store answers.
  ///
  /// @param trouble what keeps it from that, as a sentence
  record SecretStore(Optional<Sentence> trouble) implements Message {}

  record Secrets(SecretInventory inventory) implements Message {}

  record Page(TouchPage page) implements Message {}

  record Uptime(UptimeReport uptime) implements Message {}

  record Chart(List<Stretch> stretches) implements Message {}

  record Account(LinkedAccount account) implements Message {}

  record Settings(SettingsView settings) implements Message {}

  record Metrics(MetricsStatus metrics) implements Message {}

  /// How webhook and heartbeat are set; all, or the one that was changed.
  record Outlets(List<IntegrationStatus> outlets) implements Message {}

  record OutletTested(IntegrationCheck test) implements Message {}

  /// A piece of an export.
  record Text(String piece, boolean last) implements Message {}

  record Imported(ImportReport report) implements Message {}

  /// An offer begins.
  record Offer(Head offer) implements Message {
    /// An [UpstashOffer] without its databases.
    public record Head(UUID id, Instant until, int unreadable) {}

    public static Offer of(UpstashOffer offer) {
      return new Offer(new Head(offer.id(), offer.until(), offer.unreadable()));
    }
  }

  record Offered(OfferedDatabase database) implements Message {}

  record LoginStart(LoginStartStatus loginStart) implements Message {}

  /// Something is different; sent to those who watch.
  record Changed(Change change) implements Message {}
}
