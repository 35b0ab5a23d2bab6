package dev.upkeep.window.settings;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One setting as it is typed, beside what the agent has. What was typed stays until it is taken or
/// given up.
final class SettingField {
  private final String key;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String stored = "";

  SettingField(String key) {
    this.key = key;
    // What is being corrected is not called wrong.
    text.addListener((_, _, _) -> problem.set(""));
  }

  /// As in `upkeep settings`.
  String key() {
    return key;
  }

  /// What the agent has.
  String stored() {
    return stored;
  }

  StringProperty text() {
    return text;
  }

  /// Why it was not taken; empty if it was, or was not tried.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Whether something is typed that the agent does not have.
  boolean changed() {
    return !text.get().strip().equals(stored);
  }

  /// The agent has this now. What is typed meanwhile stays.
  void has(String value) {
    boolean typed = changed();
    stored = value;
    if (!typed) {
      text.set(value);
    }
    if (!changed()) {
      problem.set("");
    }
  }

  /// The agent has taken what was sent; a person may have typed on since, or not.
  void taken(String sent, String value) {
    stored = value;
    problem.set("");
    if (text.get().equals(sent)) {
      text.set(value);
    }
  }

  void refused(String why) {
    problem.set(why);
  }

  void giveUp() {
    text.set(stored);
    problem.set("");
  }
}
