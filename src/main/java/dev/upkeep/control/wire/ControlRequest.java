package dev.upkeep.control.wire;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a client sends, a line each. The first is [Hello]; [Stop] alone is understood without it,
/// so that an agent of any version can be ended.
///
/// [Add], [Edit], [Diagnose], [ChangeOutlet], [ListUpstash] and the values of [ChangeSettings] are
/// the only ones that hold secrets. None prints them.
public sealed interface ControlRequest {
  /// What a connection begins with.
  ///
  /// @param version of the protocol that the client speaks
  record Hello(int version) implements ControlRequest {}

  record Snapshot() implements ControlRequest {}

  /// Asks for a snapshot and then changes; nothing else may follow on the same connection.
  record Watch() implements ControlRequest {}

  record Add(NewDatabase database) implements ControlRequest {}

  record Edit(DatabaseChange change) implements ControlRequest {}

  record Remove(List<UUID> databases) implements ControlRequest {
    public Remove {
      databases = List.copyOf(databases);
    }
  }

  /// Asks how many secrets there are.
  record Secrets() implements ControlRequest {}

  /// Has those deleted to which nothing leads.
  record ForgetOrphans() implements ControlRequest {}

  /// Makes removals final.
  record Forget(List<UUID> databases) implements ControlRequest {
    public Forget {
      databases = List.copyOf(databases);
    }
  }

  record Restore(UUID database) implements ControlRequest {}

  /// Lets databases rest.
  ///
  /// @param time empty means until they are resumed
  record Pause(List<UUID> databases, Optional<Duration> time) implements ControlRequest {
    public Pause {
      databases = List.copyOf(databases);
    }
  }

  record Resume(List<UUID> databases) implements ControlRequest {
    public Resume {
      databases = List.copyOf(databases);
    }
  }

  record Touch(List<UUID> databases) implements ControlRequest {
    public Touch {
      databases = List.copyOf(databases);
    }
  }

  /// Answered by a [Message.Step] for each rung as it is reached, then [Message.Diagnosed].
  record Diagnose(Subject subject) implements ControlRequest {}

  /// Asks whether the secret store answers.
  record SecretStore() implements ControlRequest {}

  record History(Filter filter, Optional<Cursor> after, int limit) implements ControlRequest {}

  record Uptime(List<UUID> databases) implements ControlRequest {
    public Uptime {
      databases = List.copyOf(databases);
    }
  }

  /// Asks for a chart.
  ///
  /// @param to exclusive
  record Chart(List<UUID> databases, Instant from, Instant to, int stretches)
      implements ControlRequest {
    public Chart {
      databases = List.copyOf(databases);
    }
  }

  record Settings() implements ControlRequest {}

  record ChangeSettings(long revision, Map<String, String> values) implements ControlRequest {
    public ChangeSettings {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

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

  record Show(Optional<UUID> database) implements ControlRequest {}

  record LoginStart() implements ControlRequest {}

  record TurnLoginStart(boolean on) implements ControlRequest {}

  record Stop() implements ControlRequest {}
}
