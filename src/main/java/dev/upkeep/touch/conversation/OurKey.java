package dev.upkeep.touch.conversation;

import dev.upkeep.database.Database;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.TouchPhrase;
import dev.upkeep.touch.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The key that we write, under the name that it has on this node, and the commands for it.
final class OurKey {
  private final Database database;
  private final Stamp ours;
  private String suffix;

  /// @param suffix what its name ends in, see [ServerHabits.Habit]
  OurKey(Database database, Stamp ours, String suffix) {
    this.database = database;
    this.ours = ours;
    this.suffix = suffix;
  }

  String name() {
    return database.key() + suffix;
  }

  String suffix() {
    return suffix;
  }

  void endIn(String newSuffix) {
    suffix = newSuffix;
  }

  /// Said only where it is not what everybody expects.
  Optional<Sentence> where() {
    return suffix.isEmpty() ? Optional.empty() : Optional.of(TouchPhrase.UNDER_KEY.with(name()));
  }

  List<String> get() {
    return List.of("GET", name());
  }

  List<String> set() {
    return List.of("SET", name(), ours.text(), "EX", Long.toString(database.keyLife().toSeconds()));
  }

  /// The same, answered with what was there before.
  List<String> exchange() {
    List<String> set = new ArrayList<>(set());
    set.add("GET");
    return set;
  }
}
