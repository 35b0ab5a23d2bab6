package dev.upkeep.window.settings;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.SettingsView;
import dev.upkeep.definitions.Setting;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The agent's settings, each applied by itself as soon as it is committed. One after the other:
/// each change is based on what the one before has made.
final class SettingsModel {
  private final AgentView agent;
  private final Texts texts;
  private final Toasts toasts;
  private final Map<String, SettingField> fields = new LinkedHashMap<>();
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
  private Optional<SettingsView> seen = Optional.empty();
  private boolean asking;

  /// A model that waits to be started.
  SettingsModel(AgentView agent, Texts texts, Toasts toasts) {
    this.agent = agent;
    this.texts = texts;
    this.toasts = toasts;
    Setting.ALL.forEach(setting -> fields.put(setting.key(), new SettingField(setting.key())));
  }

  void start() {
    agent.onChange(change -> {
      if (change instanceof Change.Settings(SettingsView view)) {
        see(view);
      }
    });
    agent.connection().addListener((_, _, _) -> load());
    load();
  }

  /// The field of a setting.
  ///
  /// @throws IllegalArgumentException if there is no such setting
  SettingField field(String key) {
    return Optional.ofNullable(fields.get(key))
        .orElseThrow(() -> new IllegalArgumentException(key));
  }

  /// Whether settings can be seen and changed now.
  ReadOnlyBooleanProperty usable() {
    return usable.getReadOnlyProperty();
  }

  /// Applies what is typed, if that is something else.
  void commit(String key) {
    SettingField field = field(key);
    if (!field.changed()) {
      field.giveUp();
      return;
    }
    waiting.put(key, field.text().get());
    next();
  }

  /// Gives up everything that was typed and not taken.
  ///
  /// @return false if there was nothing
  boolean giveUp() {
    boolean any = fields.values().stream().anyMatch(SettingField::changed);
    fields.values().forEach(SettingField::giveUp);
    return any;
  }

  private void load() {
    if (agent.connection().get() instanceof Connection.Connected) {
      agent.ask(
          api -> api.settings(),
          view -> {
            // Another agent may have come, whose definitions are older.
            seen = Optional.empty();
            see(view);
          },
          toasts::warn);
    } else {
      usable.set(false);
    }
  }

  private void see(SettingsView view) {
    if (seen.filter(known -> known.revision() > view.revision()).isPresent()) {
      return;
    }
    seen = Optional.of(view);
    usable.set(agent.connection().get() instanceof Connection.Connected);
    fields
        .values()
        .forEach(
            field -> Optional.ofNullable(view.values().get(field.key())).ifPresent(field::has));
  }

  private void next() {
    if (asking || waiting.isEmpty() || seen.isEmpty()) {
      return;
    }
    Map.Entry<String, String> first = waiting.entrySet().iterator().next();
    String key = first.getKey();
    String sent = first.getValue();
    waiting.remove(key);
    asking = true;
    apply(key, sent, seen.get().revision(), true);
  }

  private void apply(String key, String sent, long revision, boolean again) {
    agent.ask(
        api -> api.changeSettings(revision, Map.of(key, sent)),
        view -> {
          asking = false;
          Optional.ofNullable(view.values().get(key))
              .ifPresent(value -> field(key).taken(sent, value));
          see(view);
          next();
        },
        e -> {
          if (isConflict(e)) {
            reload(key, sent, again);
          } else {
            refused(key, SettingRefusal.of(key, e, texts));
          }
        });
  }

  /// Somebody has changed something. The revision is that of all definitions, so it may be a
  /// database that was paused; only if it was this very setting is there something to decide.
  private void reload(String key, String sent, boolean again) {
    String before = field(key).stored();
    agent.ask(
        api -> api.settings(),
        view -> {
          see(view);
          if (again && before.equals(view.values().get(key))) {
            apply(key, sent, view.revision(), false);
          } else {
            refused(key, texts.say(SettingsText.CONFLICT));
          }
        },
        e -> refused(key, ErrorWords.of(e, texts)));
  }

  private void refused(String key, String why) {
    asking = false;
    field(key).refused(Screen.clean(why));
    next();
  }

  private static boolean isConflict(AgentException e) {
    return e instanceof AgentException.Refused refused
        && refused.reason() == AgentException.Refused.Reason.CONFLICT;
  }
}
