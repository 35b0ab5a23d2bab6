package dev.upkeep.window.editor;

import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.language.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One database that was pasted and is not stored yet, or just was.
final class Draft {
  private final DefinitionForm form;
  private final ConnectionTest trial;
  private final String place;
  private final Optional<DatabaseStatus> waiting;
  private Found found;

  /// @param place where it is, in words
  /// @param waiting who is kept there already and waits for this secret
  Draft(
      Found found,
      String place,
      Optional<DatabaseStatus> waiting,
      DefinitionForm form,
      ConnectionTest trial) {
    this.found = found;
    this.waiting = waiting;
    this.place = place;
    this.form = form;
    this.trial = trial;
    form.changing().forEach(one -> one.addListener(_ -> trial.forget()));
  }

  /// A database as it was pasted, before anybody set anything about it.
  static Database plain(Found found, String name) {
    return Database.of(UUID.randomUUID(), name, found.endpoint()).withMode(found.mode());
  }

  DefinitionForm form() {
    return form;
  }

  ConnectionTest trial() {
    return trial;
  }

  String place() {
    return place;
  }

  Endpoint endpoint() {
    return found.endpoint();
  }

  /// Who gets the secret, by name, instead of a new database being added.
  Optional<String> fills() {
    return waiting.map(status -> status.database().name());
  }

  List<Sentence> remarks() {
    return found.remarks();
  }

  boolean isSaved() {
    return trial.phase().get() == ConnectionTest.Phase.SAVED;
  }

  /// The same place was pasted again, perhaps with another secret.
  void found(Found now) {
    if (!now.equals(found)) {
      found = now;
      trial.forget();
    }
  }

  /// Tests it, if what was set can be used.
  void test(Runnable ended) {
    Optional<Database> database = read();
    if (database.isEmpty()) {
      ended.run();
      return;
    }
    trial.test(
        waiting.isPresent()
            ? new Subject.Changed(database.get(), found.secret())
            : new Subject.Fresh(database.get(), found.secret()),
        ended);
  }

  /// Saves it, if what was set can be used.
  void save(boolean untested, Runnable ended) {
    Optional<Database> database = read();
    if (database.isEmpty()) {
      ended.run();
      return;
    }
    if (waiting.isPresent()) {
      fill(waiting.get(), database.get(), untested, ended);
      return;
    }
    NewDatabase wanted = new NewDatabase(database.get(), found.secret(), untested);
    trial.save(
        api -> api.add(wanted),
        added -> trial.words().saved(added.status().margin(), added.test()),
        ended);
  }

  private void fill(DatabaseStatus now, Database wanted, boolean untested, Runnable ended) {
    DatabaseChange change =
        new DatabaseChange(wanted, found.secret(), untested, Optional.of(now.database()));
    trial.save(
        api -> {
          DatabaseStatus filled = api.edit(change);
          if (now.isImported()) {
            api.resume(List.of(wanted.id()));
          }
          return filled;
        },
        filled -> trial.words().saved(filled.margin(), Optional.empty()),
        ended);
  }

  private Optional<Database> read() {
    return form.read(waiting.map(DatabaseStatus::database).orElseGet(() -> plain(found, "")));
  }
}
