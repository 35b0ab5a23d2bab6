package dev.upkeep.agent.desktop;

import dev.upkeep.desktop.NetworkEvents;
import dev.upkeep.desktop.Notifier;
import dev.upkeep.desktop.PowerEvents;
import dev.upkeep.desktop.ResourcePixmaps;
import dev.upkeep.desktop.SystemCommands;
import dev.upkeep.desktop.TrayPixmaps;
import dev.upkeep.desktop.awt.AwtClipboard;
import dev.upkeep.desktop.awt.AwtNotices;
import dev.upkeep.desktop.awt.AwtTray;
import dev.upkeep.desktop.awt.IconSet;
import dev.upkeep.desktop.linux.ClipboardPrograms;
import dev.upkeep.desktop.linux.LogindPower;
import dev.upkeep.desktop.linux.NetworkManagerEvents;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.notification.FreedesktopNotifier;
import dev.upkeep.desktop.linux.tray.StatusNotifierTray;
import dev.upkeep.desktop.mac.OsascriptNotifier;
import dev.upkeep.desktop.windows.TaskbarTheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Picks the mechanisms of the operating system. AWT is named for Windows and macOS only: on Linux
/// none of its classes is ever loaded.
public final class DesktopOfSystem {
  private static final Duration NOTICE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration THEME_PATIENCE = Duration.ofSeconds(3);

  /// The name of the desktop file and of the icon in the theme.
  private static final String NAME = "upkeep";

  private DesktopOfSystem() {}

  /// The desktop of this system.
  ///
  /// @param osName as in the system property `os.name`
  public static Desktop of(String osName, Map<String, String> environment, WindowProgram window) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return windows(environment, window);
    }
    return os.startsWith("mac") ? mac(window) : linux(environment, window);
  }

  private static Desktop linux(Map<String, String> environment, WindowProgram window) {
    Bus session = Bus.session(environment);
    Bus system = Bus.system();
    return new Desktop(
        new StatusNotifierTray(session, new ResourcePixmaps()),
        new FreedesktopNotifier(session, NAME, NAME),
        new LogindPower(system),
        new NetworkManagerEvents(system),
        new ClipboardPrograms(ChildEnvironment.of(environment, List.of())),
        window,
        () -> {
          session.close();
          system.close();
        });
  }

  private static Desktop windows(Map<String, String> environment, WindowProgram window) {
    TaskbarTheme theme = new TaskbarTheme(new SystemCommands(THEME_PATIENCE), environment);
    AwtTray tray = new AwtTray(() -> iconsFor(theme.get()));
    return withoutEvents(tray, new AwtNotices(tray), window);
  }

  private static IconSet iconsFor(TrayPixmaps.Panel panel) {
    return panel == TrayPixmaps.Panel.LIGHT ? IconSet.LIGHT : IconSet.DARK;
  }

  private static Desktop mac(WindowProgram window) {
    // Read once, when AWT begins; the packaged launcher says it, too.
    System.setProperty("apple.awt.enableTemplateImages", "true");
    return withoutEvents(
        new AwtTray(() -> IconSet.TEMPLATE),
        new OsascriptNotifier(OsascriptNotifier.PROGRAM, NOTICE_PATIENCE),
        window);
  }

  /// Neither system tells a Java program about sleep or network; the schedule notices by itself.
  private static Desktop withoutEvents(AwtTray tray, Notifier notifier, WindowProgram window) {
    return new Desktop(
        tray, notifier, PowerEvents.NONE, NetworkEvents.NONE, new AwtClipboard(), window, () -> {});
  }
}
