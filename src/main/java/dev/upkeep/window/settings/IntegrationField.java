package dev.upkeep.window.settings;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Secret;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Webhook, heartbeat or mail account: a secret as it is typed, and what may be known of the one
/// that is stored. One that was taken is forgotten here at once; the agent never gives one back.
final class IntegrationField {
  private final Integration outlet;
  private final AgentView agent;
  private final Texts texts;
  private final IntegrationText help;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changeable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
  private Optional<IntegrationStatus> seen = Optional.empty();
  private boolean asking;
  private boolean testWanted;

  /// Something was told while an answer was awaited.
  private boolean missed;

  /// A field that waits to be started.
  ///
  /// @param help what it is for
  IntegrationField(Integration outlet, IntegrationText help, AgentView agent, Texts texts) {
    this.outlet = outlet;
    this.help = help;
    this.agent = agent;
    this.texts = texts;
    // What is being corrected is not called wrong.
    typed.addListener((_, _, _) -> problem.set(""));
  }

  void start() {
    note.set(texts.say(help));
    agent.onChange(change -> {
      if (change instanceof Change.Outlet(IntegrationStatus status)
          && status.outlet().equals(outlet)) {
        told(status);
      }
      // Whether there is an account, and whose, is a setting.
      if (change instanceof Change.Settings && outlet.kind() == Integration.Kind.MAIL) {
        load();
      }
    });
    agent.connection().addListener((_, _, _) -> load());
    load();
  }

  Integration outlet() {
    return outlet;
  }

  /// What is typed and was not taken yet.
  StringProperty typed() {
    return typed;
  }

  /// What it is for and where it leads, or what came of a test.
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /// Why something was not done; empty if it was, or was not tried.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// Whether an agent is there to ask.
  ReadOnlyBooleanProperty usable() {
    return usable.getReadOnlyProperty();
  }

  /// Whether the address can be set and removed here.
  ReadOnlyBooleanProperty changeable() {
    return changeable.getReadOnlyProperty();
  }

  /// Whether there is an address.
  ReadOnlyBooleanProperty set() {
    return set.getReadOnlyProperty();
  }

  /// Stores what is typed, if there is anything.
  void commit() {
    String text = typed.get().strip();
    if (text.isEmpty() || asking) {
      return;
    }
    asking = true;
    Secret url = Secret.of(text);
    agent.ask(
        api -> api.changeOutlet(outlet, Optional.of(url)),
        status -> {
          answered();
          if (typed.get().strip().equals(text)) {
            typed.set("");
          }
          see(status);
          if (testWanted) {
            test();
          }
        },
        this::refused);
  }

  void remove() {
    if (asking) {
      return;
    }
    asking = true;
    agent.ask(
        api -> api.changeOutlet(outlet, Optional.empty()),
        status -> {
          answered();
          problem.set("");
          see(status);
        },
        this::refused);
  }

  /// Sends a test; what is typed is stored first.
  void test() {
    testWanted = asking || !typed.get().isBlank();
    if (testWanted) {
      commit();
      return;
    }
    problem.set("");
    note.set(texts.say(IntegrationText.TESTING, texts.say(help)));
    asking = true;
    agent.ask(api -> api.testOutlet(outlet), this::tested, this::refused);
  }

  /// Gives up what was typed and not taken.
  ///
  /// @return false if there was nothing
  boolean giveUp() {
    boolean any = !typed.get().isEmpty();
    typed.set("");
    problem.set("");
    return any;
  }

  private void load() {
    boolean connected = agent.connection().get() instanceof Connection.Connected;
    usable.set(connected);
    changeable.set(connected);
    if (connected) {
      agent.ask(
          api -> api.outlets(),
          all -> all.stream().filter(one -> one.outlet().equals(outlet)).forEach(this::see),
          this::refused);
    }
  }

  /// What is awaited is shown with its answer, not with the news of it that may come before: nobody
  /// shall read that an address is stored while it still stands in the field.
  private void told(IntegrationStatus status) {
    if (asking) {
      missed = true;
    } else {
      see(status);
    }
  }

  private void answered() {
    asking = false;
    if (missed) {
      missed = false;
      load();
    }
  }

  private void see(IntegrationStatus status) {
    seen = Optional.of(status);
    set.set(status.state() == IntegrationStatus.State.SET);
    changeable.set(usable.get() && !status.fromEnvironment());
    note.set(words(status));
    if (set.get()) {
      // That nothing arrives there is known nowhere else.
      status.problem().map(new CoreWords(texts)::sentence).ifPresent(problem::set);
    }
  }

  private String words(IntegrationStatus status) {
    String purpose = texts.say(help);
    String host = Screen.clean(status.host().orElse(""));
    return switch (status.state()) {
      case SET ->
          status.fromEnvironment()
              ? texts.say(IntegrationText.SET_ELSEWHERE, purpose, host, outlet.variable())
              : texts.say(IntegrationText.SET, purpose, host);
      case NOT_SET -> texts.say(IntegrationText.NOT_SET, purpose);
      case UNKNOWN ->
          texts.say(
              IntegrationText.UNKNOWN,
              purpose,
              status.problem().map(new CoreWords(texts)::sentence).orElse(""));
    };
  }

  private void tested(IntegrationCheck test) {
    answered();
    if (test.delivered()) {
      note.set(
          texts.say(
              IntegrationText.DELIVERED,
              texts.say(help),
              Screen.clean(test.host()),
              test.status().map(String::valueOf).orElse("")));
    } else {
      seen.ifPresent(this::see);
      problem.set(
          texts.say(IntegrationText.NOT_DELIVERED, Screen.clean(test.problem().orElse(""))));
    }
  }

  private void refused(AgentException e) {
    answered();
    testWanted = false;
    seen.ifPresent(this::see);
    problem.set(Screen.clean(ErrorWords.of(e, texts)));
  }
}
