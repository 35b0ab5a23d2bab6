package dev.upkeep.agent.keeping;

import dev.upkeep.database.ClientCertificate;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Sentinel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Applies the change of one person to a definition that another one may have changed meanwhile:
/// only what the change is about is changed, and no two changes of the same field both succeed.
/// Pure.
final class EditMerge {
  private final Database seen;
  private final Database wanted;
  private final Database now;
  private final DatabaseEdit merged;
  private boolean conflict;

  private EditMerge(Database seen, Database wanted, Database now) {
    this.seen = seen;
    this.wanted = wanted;
    this.now = now;
    this.merged = now.edit();
  }

  /// The definition with the change; empty when somebody else has changed the same field.
  ///
  /// @param seen what the change was made of
  /// @param wanted what was to become of that
  /// @param now what there is
  static Optional<Database> of(Database seen, Database wanted, Database now) {
    if (seen.equals(now)) {
      return Optional.of(wanted);
    }
    return new EditMerge(seen, wanted, now).merge();
  }

  private Optional<Database> merge() {
    field(Database::name, DatabaseEdit::name);
    field(Database::provider, DatabaseEdit::provider);
    field(Database::window, DatabaseEdit::window);
    field(Database::mode, DatabaseEdit::mode);
    field(Database::key, DatabaseEdit::key);
    field(Database::interval, DatabaseEdit::interval);
    field(Database::tags, DatabaseEdit::tags);
    field(Database::paused, DatabaseEdit::paused);
    field(Destination::of, (edit, destination) -> destination.into(edit));
    return conflict ? Optional.empty() : Optional.of(merged.done());
  }

  private <T> void field(Function<Database, T> of, BiConsumer<DatabaseEdit, T> into) {
    T before = of.apply(seen);
    T after = of.apply(wanted);
    T there = of.apply(now);
    if (after.equals(before) || after.equals(there)) {
      return;
    }
    if (there.equals(before)) {
      into.accept(merged, after);
    } else {
      conflict = true;
    }
  }

  /// Where it is and what it takes to get in are one field: half of one person's and half of
  /// another's would lead to a place that nobody meant.
  private record Destination(
      Endpoint endpoint,
      Optional<Path> caFile,
      Optional<ClientCertificate> clientCertificate,
      Optional<String> serverName,
      Optional<Sentinel> sentinel,
      Optional<String> secretReference) {
    static Destination of(Database database) {
      return new Destination(
          database.endpoint(),
          database.caFile(),
          database.clientCertificate(),
          database.serverName(),
          database.sentinel(),
          database.secretReference());
    }

    void into(DatabaseEdit edit) {
      edit.endpoint(endpoint)
          .caFile(caFile)
          .clientCertificate(clientCertificate)
          .serverName(serverName)
          .sentinel(sentinel)
          .secretReference(secretReference);
    }
  }
}
