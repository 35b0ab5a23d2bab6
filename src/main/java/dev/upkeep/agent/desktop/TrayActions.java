package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Touched;
import dev.upkeep.desktop.Clipboard;
import dev.upkeep.desktop.Notice;
import dev.upkeep.language.NoticePhrase;
import dev.upkeep.secret.Lookup;
import dev.upkeep.words.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does what a person chose in the tray, and says what came of it where that is not to be seen.
/// Asks the agent as any client does, so it may block; [#accept] does not.
public final class TrayActions implements Consumer<TrayAction> {
  private final AgentApi agent;
  private final DesktopNotices notices;
  private final Clipboard clipboard;
  private final WindowOpener showing;
  private final Unlocking unlocking;
  private final Supplier<When> when;

  /// Lets the secret store ask the person to unlock it, and tells what keeps it from answering
  /// afterwards; the future completes within some minutes.
  @FunctionalInterface
  public interface Unlocking {
    CompletableFuture<Optional<Lookup.Unavailable>> ask();
  }

  TrayActions(
      AgentApi agent,
      DesktopNotices notices,
      Clipboard clipboard,
      WindowOpener showing,
      Unlocking unlocking,
      Supplier<When> when) {
    this.agent = agent;
    this.notices = notices;
    this.clipboard = clipboard;
    this.showing = showing;
    this.unlocking = unlocking;
    this.when = when;
  }

  @Override
  public void accept(TrayAction action) {
    Thread.ofVirtual()
        .name("tray action")
        .start(() -> {
          try {
            perform(action);
          } catch (AgentException e) {
            say(NoticePhrase.NOT_DONE, String.valueOf(e.getMessage()));
          }
        });
  }

  private void perform(TrayAction action) throws AgentException {
    switch (action) {
      case TrayAction.Touch(List<UUID> databases) -> touch(databases);
      case TrayAction.Unlock(List<UUID> databases) -> unlock(databases);
      case TrayAction.Pause(var databases, var time) -> agent.pause(databases, time);
      case TrayAction.Resume(List<UUID> databases) -> agent.resume(databases);
      case TrayAction.ShowHistory(UUID database) -> showing.show(agent, Optional.of(database));
      case TrayAction.Open _ -> showing.show(agent, Optional.empty());
      case TrayAction.CopyHost(String host) -> copy(host);
      case TrayAction.LoginStart(boolean on) -> agent.loginStart(on);
      case TrayAction.Quit _ -> agent.stop();
    }
  }

  /// What stays locked is not touched: that would only be told as another failure.
  private void unlock(List<UUID> databases) throws AgentException {
    Optional<String> trouble =
        unlocking
            .ask()
            .thenApply(found -> found.map(Lookup.Unavailable::sentence))
            .exceptionally(_ -> Optional.of(when.get().language().say(NoticePhrase.NOT_ASKED)))
            .join();
    if (trouble.isPresent()) {
      say(NoticePhrase.STILL_LOCKED, trouble.get());
    } else {
      touch(databases);
    }
  }

  private void touch(List<UUID> databases) throws AgentException {
    Map<UUID, String> names = new HashMap<>();
    for (DatabaseStatus status : agent.snapshot().databases()) {
      names.put(status.database().id(), status.database().name());
    }
    List<UUID> wanted = databases.stream().filter(names::containsKey).toList();
    notices.answers().asked(wanted);
    List<Touched> touched = agent.touch(wanted);
    if (touched.isEmpty() || notices.answers().wereTold(wanted)) {
      return;
    }
    List<UUID> alive =
        touched.stream().filter(it -> it.touch().alive()).map(Touched::database).toList();
    notices.answers().forget(wanted);
    notices.answers().answered(alive);
    var _ =
        notices.show(
            TouchNotice.of(touched, names, when.get()), key -> accept(new TrayAction.Open()));
  }

  /// Where nothing can be put on the clipboard, a person can still read it.
  private void copy(String host) {
    if (!clipboard.put(host)) {
      say(NoticePhrase.NO_CLIPBOARD, host);
    }
  }

  private void say(NoticePhrase phrase, String body) {
    String title = when.get().language().say(phrase);
    var _ =
        notices.show(
            new Notice("answer", Notice.Urgency.NORMAL, title, body, List.of()), key -> {});
  }
}
