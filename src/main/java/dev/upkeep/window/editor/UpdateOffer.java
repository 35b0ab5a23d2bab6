package dev.upkeep.window.editor;

import dev.upkeep.control.SettingsView;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.Toasts;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Asks once whether a person wants to hear of new versions. Unlike the start at login it is not
/// wanted until somebody says so: somebody else is asked for it.
public final class UpdateOffer {
  private static final String KEY = "update.check";

  private final AgentView agent;
  private final Toasts toasts;
  private final BooleanProperty made;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanProperty wanted = new SimpleBooleanProperty();

  /// One that is not made yet.
  ///
  /// @param made whether it was made before; it is made once
  public UpdateOffer(AgentView agent, Toasts toasts, BooleanProperty made) {
    this.agent = agent;
    this.toasts = toasts;
    this.made = made;
  }

  /// Whether there is something to decide.
  ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  BooleanProperty wanted() {
    return wanted;
  }

  /// Makes the offer, unless it was made, or somebody has decided elsewhere.
  void ask() {
    if (!made.get()) {
      agent.ask(api -> api.settings(), this::show, _ -> {});
    }
  }

  private void show(SettingsView view) {
    if ("false".equals(view.values().get(KEY))) {
      made.set(true);
      open.set(true);
    }
  }

  /// Does what was decided.
  void settle() {
    if (open.get() && wanted.get()) {
      agent.ask(
          api -> api.changeSettings(api.settings().revision(), Map.of(KEY, "true")),
          _ -> {},
          toasts::warn);
    }
    open.set(false);
  }
}
