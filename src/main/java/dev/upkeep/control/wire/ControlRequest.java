package dev.upkeep.control.wire;

import static dev.upkeep.history.store.History.MAX_PAGE;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SecretPlace;
import dev.upkeep.control.Subject;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a client sends, a line each. The first is [Hello]; [Stop] alone is understood without it,
/// so that an agent of any version can be ended. Their lines are the same in every version.
///
/// [Add], [Edit], [Diagnose], [ChangeOutlet], [ListUpstash], [LinkAccount] and the values of
/// [ChangeSettings] are the only ones that hold secrets. None prints them.
public sealed interface ControlRequest {
  /// Reads one line, whose definitions have to keep to the rules.
  static ControlRequest parse(String line) throws WireException {
    ControlRequest request = RecordJson.parse(ControlRequest.class, line, Wire.MAX_REQUEST, false);
    request.check();
    return request;
  }

  default String line() {
    return RecordJson.write((Record) this).write();
  }

  /// Refuses what cannot be asked for although each member is what it should be.
  default void check() throws WireException {}

  /// What a connection begins with.
  ///
  /// @param version of the protocol that the client speaks
  record Hello(int version) implements ControlRequest {}

  record Snapshot() implements ControlRequest {}

  /// Asks for a snapshot and then changes; nothing else may follow on the same connection.
  record Watch() implements ControlRequest {}

  record Add(NewDatabase database) implements ControlRequest {}

  record Edit(DatabaseChange change) implements ControlRequest {}

  record Remove(List<UUID> databases) implements ControlRequest {}

  /// Asks how many secrets there are.
  record Secrets() implements ControlRequest {}

  /// Has those deleted to which nothing leads.
  record ForgetOrphans() implements ControlRequest {}

  /// Has them all in one place.
  record MoveSecrets(SecretPlace to) implements ControlRequest {}

  /// Makes removals final.
  record Forget(List<UUID> databases) implements ControlRequest {}

  /// What was removed and can be brought back.
  record Removed() implements ControlRequest {}

  record Restore(UUID database) implements ControlRequest {}

  /// Lets databases rest.
  ///
  /// @param time empty means until they are resumed
  record Pause(List<UUID> databases, Optional<Duration> time) implements ControlRequest {}

  record Resume(List<UUID> databases) implements ControlRequest {}

  record Touch(List<UUID> databases) implements ControlRequest {}

  /// Answered by a [Message.Step] for each rung as it is reached, then [Message.Diagnosed].
  record Diagnose(Subject subject) implements ControlRequest {}

  /// Asks whether the secret store answers.
  record SecretStore() implements ControlRequest {}

  record History(Filter filter, Optional<Cursor> after, int limit) implements ControlRequest {
    @Override
    public void check() throws WireException {
      if (limit < 1 || limit > MAX_PAGE) {
        throw new WireException("A page has 1 to " + MAX_PAGE + " touches.");
      }
    }
  }

  record Uptime(List<UUID> databases) implements ControlRequest {}

  /// Asks for a chart.
  ///
  /// @param to exclusive
  record Chart(List<UUID> databases, Instant from, Instant to, int stretches)
      implements ControlRequest {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public void check() throws WireException {
      if (from.isBefore(EARLIEST) || from.isAfter(to) || to.isAfter(LATEST)) {
        throw new WireException("A chart begins before it ends, in the years 1 to 9999.");
      }
    }
  }

  record Settings() implements ControlRequest {}

  record ChangeSettings(long revision, Map<String, String> values) implements ControlRequest {
    @Override
    public String toString() {
      return "ChangeSettings[revision=" + revision + ", keys=" + values.keySet() + "]";
    }
  }

  /// Asks where metrics are served.
  record Metrics() implements ControlRequest {}

  record Outlets() implements ControlRequest {}

  /// Sets an address, or removes it.
  ///
  /// @param url empty to remove it
  record ChangeOutlet(Integration outlet, Optional<Secret> url) implements ControlRequest {}

  record TestOutlet(Integration outlet) implements ControlRequest {}

  record Export() implements ControlRequest {}

  /// One piece of a text to be imported; together they may be longer than a line. The last one is
  /// answered.
  record Import(String piece, boolean last, ImportTerms terms) implements ControlRequest {
    @Override
    public String toString() {
      return "Import[" + piece.length() + " chars, last=" + last + "]";
    }
  }

  /// Answered by [Message.Offer], a [Message.Offered] for each database, and [Message.Done].
  record ListUpstash(UpstashAccount account) implements ControlRequest {}

  record AddUpstash(UUID offer, String database, boolean untested) implements ControlRequest {}

  record ForgetUpstash(UUID offer) implements ControlRequest {}

  /// Asks how an account is linked.
  record Account() implements ControlRequest {}

  record LinkAccount(LinkRequest account) implements ControlRequest {}

  record UnlinkAccount() implements ControlRequest {}

  record LookAtAccount() implements ControlRequest {}

  record KeepFound(String database) implements ControlRequest {}

  record IgnoreFound(String database) implements ControlRequest {}

  record Show(Optional<UUID> database) implements ControlRequest {}

  record LoginStart() implements ControlRequest {}

  record TurnLoginStart(boolean on) implements ControlRequest {}

  record Stop() implements ControlRequest {}
}
