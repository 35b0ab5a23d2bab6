package dev.upkeep.window.settings;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.Toasts;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Where the agent serves metrics, as it says itself: asked when it comes and when settings have
/// changed, and when a person wants to be sure.
final class MetricsModel {
  private final AgentView agent;
  private final Texts texts;
  private final Toasts toasts;
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  MetricsModel(AgentView agent, Texts texts, Toasts toasts) {
    this.agent = agent;
    this.texts = texts;
    this.toasts = toasts;
    note.set(texts.say(MetricsText.ADDRESS_HELP));
  }

  void start() {
    agent.onChange(change -> {
      if (change instanceof Change.Settings) {
        refresh();
      }
    });
    agent.connection().addListener((_, _, _) -> refresh());
    refresh();
  }

  /// Where they are served, or what the address is for.
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /// What keeps them from being served where they should be.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Has the agent try again, and tells what came of it.
  void check() {
    agent.ask(
        api -> api.metrics(),
        status -> {
          see(status);
          if (status.trouble().isEmpty()) {
            toasts.tell(
                status
                    .page()
                    .map(page -> texts.say(MetricsText.SERVED, Screen.clean(page)))
                    .orElseGet(() -> texts.say(MetricsText.OFF)));
          }
        },
        this::refused);
  }

  private void refresh() {
    if (agent.connection().get() instanceof Connection.Connected) {
      agent.ask(api -> api.metrics(), this::see, this::refused);
    }
  }

  private void see(MetricsStatus status) {
    problem.set(
        status
            .trouble()
            .map(why -> texts.say(MetricsText.NOT_SERVED, new CoreWords(texts).sentence(why)))
            .orElse(""));
    note.set(
        status
            .page()
            .map(page ->
                texts.say(
                    status.byOption() ? MetricsText.BY_OPTION : MetricsText.SERVED,
                    Screen.clean(page)))
            .orElseGet(() -> texts.say(MetricsText.ADDRESS_HELP)));
  }

  private void refused(AgentException e) {
    problem.set(Screen.clean(ErrorWords.of(e, texts)));
  }
}
