package dev.upkeep.window.editor;

import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.Subject;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Found;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One database that was pasted and is not stored yet, or just was.
final class Draft {
  private final DefinitionForm form;
  private final ConnectionTest trial;
  private final String place;
  private Found found;

  /// @param place where it is, in words
  Draft(Found found, String place, DefinitionForm form, ConnectionTest trial) {
    this.found = found;
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

  List<String> remarks() {
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
    trial.test(new Subject.Fresh(database.get(), found.secret()), ended);
  }

  /// Saves it, if what was set can be used.
  void save(boolean untested, Runnable ended) {
    Optional<Database> database = read();
    if (database.isEmpty()) {
      ended.run();
      return;
    }
    NewDatabase wanted = new NewDatabase(database.get(), found.secret(), untested);
    trial.save(
        api -> api.add(wanted),
        added -> trial.words().saved(added.status().margin(), added.test()),
        ended);
  }

  private Optional<Database> read() {
    return form.read(plain(found, ""));
  }
}
