package dev.upkeep.window.settings;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The start at login, as the system has it: asked anew each time it is looked at.
final class LoginStartModel {
  private final AgentView agent;
  private final Texts texts;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  LoginStartModel(AgentView agent, Texts texts) {
    this.agent = agent;
    this.texts = texts;
  }

  void start() {
    agent.connection().addListener((_, _, _) -> refresh());
  }

  ReadOnlyBooleanProperty on() {
    return on.getReadOnlyProperty();
  }

  /// Whether it can be turned.
  ReadOnlyBooleanProperty offered() {
    return offered.getReadOnlyProperty();
  }

  /// What there is to know about it.
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /// Why the system did not do what it was asked.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Looks what the system has now.
  void refresh() {
    if (agent.connection().get() instanceof Connection.Connected) {
      agent.ask(api -> api.loginStart(), this::see, this::refused);
    } else {
      offered.set(false);
    }
  }

  void turn(boolean wanted) {
    agent.ask(
        api -> api.loginStart(wanted),
        this::see,
        e -> {
          refused(e);
          // What is shown is what the system has, not what was asked for.
          boolean before = on.get();
          on.set(!before);
          on.set(before);
        });
  }

  private void see(LoginStartStatus status) {
    problem.set("");
    on.set(status.state() == LoginStartStatus.State.ON);
    offered.set(status.state() != LoginStartStatus.State.UNAVAILABLE);
    note.set(
        switch (status.state()) {
          case ON, OFF -> texts.say(SettingsText.LOGIN_HELP);
          case DISABLED_BY_SYSTEM -> texts.say(SettingsText.LOGIN_DISABLED);
          case ELSEWHERE -> texts.say(SettingsText.LOGIN_ELSEWHERE, place(status.place()));
          case UNAVAILABLE ->
              status
                  .problem()
                  .map(new CoreWords(texts)::sentence)
                  .orElseGet(() -> texts.say(SettingsText.LOGIN_HELP));
        });
  }

  private static String place(Optional<String> place) {
    return place.map(Screen::clean).orElse("");
  }

  private void refused(AgentException e) {
    problem.set(Screen.clean(ErrorWords.of(e, texts)));
  }
}
