package dev.upkeep.agent.desktop;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.desktop.Notice;
import dev.upkeep.language.Language;
import dev.upkeep.language.TrayPhrase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says where Upkeep went when its window was closed: a person who does not know may think that
/// nothing is kept any more. Once for ever, which an empty file in the state folder remembers; it
/// is the agent that says so, since the window is gone by then. Callable from any thread.
final class WindowClosedNotice {
  private static final Logger LOG = LoggerFactory.getLogger(WindowClosedNotice.class);
  private static final String TAG = "window-closed";

  private final DesktopNotices notices;
  private final BooleanSupplier tray;
  private final Path said;
  private final Language language;
  private final AtomicBoolean saying = new AtomicBoolean();

  /// A farewell that is not said yet, in this run.
  ///
  /// @param tray whether a tray shows our icon now
  /// @param said the file that is there once it was said
  WindowClosedNotice(DesktopNotices notices, BooleanSupplier tray, Path said, Language language) {
    this.language = language;
    this.notices = notices;
    this.tray = tray;
    this.said = said;
  }

  /// A person has closed the window. May block for a moment.
  void windowClosed(AgentApi agent) {
    if (Files.exists(said) || !wantsNotices(agent) || saying.getAndSet(true)) {
      return;
    }
    CompletableFuture<Void> _ =
        notices.show(notice(tray.getAsBoolean(), language), _ -> {}).thenAccept(this::shown);
  }

  /// Pure.
  static Notice notice(boolean tray, Language language) {
    return tray
        ? notice(
            language.say(TrayPhrase.GOES_ON_IN_TRAY), language.say(TrayPhrase.GOES_ON_IN_TRAY_BODY))
        : notice(language.say(TrayPhrase.GOES_ON), language.say(TrayPhrase.GOES_ON_BODY));
  }

  private static Notice notice(String title, String body) {
    return new Notice(TAG, Notice.Urgency.NORMAL, title, body, List.of());
  }

  private static boolean wantsNotices(AgentApi agent) {
    try {
      return !"false".equals(agent.settings().values().get("alert.desktop"));
    } catch (AgentException _) {
      // It is stopping, so it does not go on anywhere.
      return false;
    }
  }

  /// A desktop that shows no notices at present may do so the next time.
  private void shown(boolean taken) {
    if (!taken) {
      saying.set(false);
      return;
    }
    try {
      Files.createFile(said);
    } catch (FileAlreadyExistsException _) {
      // Another run was faster.
    } catch (IOException e) {
      LOG.warn("That the window's closing was explained cannot be kept: {}", e.getMessage());
    }
  }
}
