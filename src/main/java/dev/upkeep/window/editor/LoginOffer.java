package dev.upkeep.window.editor;

import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Offers the start at login after the first database: a database that nobody touches after the
/// next restart is not kept alive. Offered only where it is off; what a person has switched off in
/// the system's own settings stays so.
public final class LoginOffer {
  private final AgentView agent;
  private final Texts texts;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanProperty wanted = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private final BooleanProperty made;
  private final UpdateOffer updates;
  private boolean first;
  private boolean settling;

  /// One that is not made yet.
  ///
  /// @param made whether it was made before; it is made once
  /// @param updates what is asked beside it
  public LoginOffer(AgentView agent, Texts texts, BooleanProperty made, UpdateOffer updates) {
    this.made = made;
    this.updates = updates;
    this.agent = agent;
    this.texts = texts;
  }

  /// To be called before something is saved: what is saved while there is nothing else is the
  /// first.
  public void expect() {
    first |=
        !made.get()
            && agent.snapshot().get().filter(seen -> seen.databases().isEmpty()).isPresent();
  }

  /// Whether what was saved is the first, so that it is time to [#ask].
  public boolean isFirst() {
    return first;
  }

  /// Where secrets are kept, in words that complete a sentence.
  public Optional<String> secretStore() {
    CoreWords words = new CoreWords(texts);
    return agent.snapshot().get().map(seen -> words.sentence(seen.agent().secretStore()));
  }

  /// What is asked beside it.
  public UpdateOffer updates() {
    return updates;
  }

  /// What is asked after the first database, of a page.
  public static LoginOffer of(PageContext surroundings) {
    AgentView agent = surroundings.agent();
    return new LoginOffer(
        agent,
        surroundings.texts(),
        surroundings.appearances().firstSaid(),
        new UpdateOffer(agent, surroundings.toasts(), surroundings.appearances().updatesOffered()));
  }

  /// Whether there is something to decide.
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  public BooleanProperty wanted() {
    return wanted;
  }

  /// What else is to be known of it, such as why the system did not let it; may be empty.
  ReadOnlyStringProperty remark() {
    return remark.getReadOnlyProperty();
  }

  /// Asks what the system does at the next login, and makes the offer if that is nothing.
  public void ask() {
    made.set(true);
    updates.ask();
    wanted.set(true);
    remark.set("");
    agent.ask(api -> api.loginStart(), this::show, e -> remark.set(ErrorWords.of(e, texts)));
  }

  private void show(LoginStartStatus status) {
    open.set(
        switch (status.state()) {
          case OFF, ELSEWHERE -> true;
          case ON, DISABLED_BY_SYSTEM, UNAVAILABLE -> false;
        });
    remark.set(
        switch (status.state()) {
          case OFF, ELSEWHERE -> "";
          case ON -> texts.say(FormText.LOGIN_ON);
          case DISABLED_BY_SYSTEM -> texts.say(FormText.LOGIN_DISABLED);
          case UNAVAILABLE -> status.problem().map(new CoreWords(texts)::sentence).orElse("");
        });
  }

  /// Does what was decided. If that fails, the remark says why, and one may decide otherwise.
  public void settle(Runnable settled) {
    if (settling) {
      return;
    }
    if (!open.get() || !wanted.get()) {
      end(settled);
      return;
    }
    settling = true;
    agent.ask(
        api -> api.loginStart(true),
        _ -> {
          settling = false;
          end(settled);
        },
        e -> {
          settling = false;
          remark.set(Screen.clean(ErrorWords.of(e, texts)));
        });
  }

  private void end(Runnable settled) {
    first = false;
    open.set(false);
    updates.settle();
    settled.run();
  }
}
