package dev.upkeep.testing;

import dev.upkeep.testing.Picture.Area;
import dev.upkeep.testing.Picture.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A desktop on a screen that nobody sees: an X server, a session bus, a window manager, and, when
/// they are started, an Xfce panel with a tray and Xfce's notification daemon. It has a home of its
/// own, and ends with everything in it.
///
/// ```java
/// try (RealDesktop desktop = RealDesktop.start()) {
///   desktop.startPanel();
///   Picture.Area icon = desktop.screen().await(0x3fb950, 60);
///   desktop.screen().click(icon.middle(), 3);
///   desktop.screen().awaitPopup();
///   desktop.screen().press("Down", "Return");
/// }
/// ```
public final class RealDesktop implements AutoCloseable {
  private static final String WATCHER = "org.kde.StatusNotifierWatcher";
  private static final String NOTIFICATIONS = "org.freedesktop.Notifications";

  private static final String PROMPTER = "org.gnome.keyring.SystemPrompter";

  private final OwnProcess display;
  private final PrivateBus bus;
  private final Screen screen;
  private final OwnProcess windows;
  private OwnProcess settings;
  private Optional<OwnProcess> prompter = Optional.empty();
  private Optional<OwnProcess> panel = Optional.empty();
  private Optional<OwnProcess> daemon = Optional.empty();

  private RealDesktop(OwnProcess display, PrivateBus bus) {
    this.display = display;
    this.bus = bus;
    this.screen = new Screen(bus);
    write("xfce4-panel", PANEL);
    write("xfce4-notifyd", NOTIFYD);
    this.windows = bus.run(List.of("openbox", "--sm-disable"), "");
    this.settings = settings(bus);
  }

  /// A desktop without a panel and without notifications.
  public static RealDesktop start() {
    Path log = Scratch.folder("display").resolve("xvfb.log");
    OwnProcess display =
        OwnProcess.start(
            List.of(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x720x24",
                "-nolisten",
                "tcp",
                "-noreset"),
            Map.of("PATH", String.valueOf(System.getenv("PATH"))),
            "",
            log);
    display.awaitReady(() -> number(display).isPresent());
    PrivateBus bus = PrivateBus.start(environment(":" + number(display).orElseThrow()));
    return new RealDesktop(display, bus);
  }

  /// What the panel and the notification daemon are set up by.
  private static OwnProcess settings(PrivateBus bus) {
    OwnProcess settings = bus.run(List.of(program("xfconf/xfconfd")), "");
    settings.awaitReady(() -> bus.hasOwner("org.xfce.Xfconf"));
    return settings;
  }

  /// The session bus of this desktop.
  public PrivateBus bus() {
    return bus;
  }

  public Screen screen() {
    return screen;
  }

  /// The whole environment of programs on this desktop.
  public Map<String, String> environment() {
    return bus.environment();
  }

  /// Starts the panel, and waits until it takes tray icons.
  public void startPanel() {
    OwnProcess started =
        bus.run(List.of("xfce4-panel", "--disable-wm-check", "--sm-client-disable"), "");
    panel = Optional.of(started);
    started.awaitReady(() -> bus.hasOwner(WATCHER));
  }

  /// Kills the panel, as a crash does.
  public void killPanel() {
    panel.ifPresent(OwnProcess::kill);
    panel = Optional.empty();
    Wait.until("end of the panel", () -> !bus.hasOwner(WATCHER));
  }

  /// Whether the panel that was started last still runs: it restarts a plugin that crashes, but not
  /// itself.
  public boolean panelRuns() {
    return panel.filter(OwnProcess::isAlive).isPresent();
  }

  /// What the panel complains about.
  public String panelLog() {
    return panel.map(OwnProcess::log).orElse("");
  }

  /// Starts the notification daemon, and waits until it takes notifications.
  public void startNotifications() {
    OwnProcess started = bus.run(List.of(program("notifyd/xfce4-notifyd")), "");
    daemon = Optional.of(started);
    started.awaitReady(() -> bus.hasOwner(NOTIFICATIONS));
  }

  /// Starts another notification daemon, and waits until it takes notifications.
  public void startNotifications(List<String> command) {
    OwnProcess started = bus.run(command, "");
    daemon = Optional.of(started);
    started.awaitReady(() -> bus.hasOwner(NOTIFICATIONS));
  }

  /// Starts another panel, and waits until it takes tray icons.
  public void startPanel(List<String> command) {
    OwnProcess started = bus.run(command, "");
    panel = Optional.of(started);
    started.awaitReady(() -> bus.hasOwner(WATCHER));
  }

  /// Kills the notification daemon, as a crash does.
  public void killNotifications() {
    daemon.ifPresent(OwnProcess::kill);
    daemon = Optional.empty();
    Wait.until("end of the notifications", () -> !bus.hasOwner(NOTIFICATIONS));
  }

  /// Where the notifications are that are to be seen.
  public List<Area> notifications() {
    return screen.windows("Xfce4-notifyd");
  }

  /// Clicks a button of the latest notification.
  ///
  /// @param index of the button, from 0
  /// @param count how many buttons it has; this daemon draws one for the default action, too, and
  ///   gives all the same width when they fill the window
  public void pressNotificationButton(int index, int count) {
    Area window = Wait.until("notification", () -> notifications().stream().findFirst());
    screen.click(
        new Point(
            window.x() + window.width() * (2 * index + 1) / (2 * count),
            window.y() + window.height() - 24),
        1);
  }

  /// Kills the session bus, and with it everybody who cannot do without: the panel, the
  /// notification daemon and the keyring. The screen stays.
  public void killBus() {
    bus.kill();
    panel.ifPresent(OwnProcess::kill);
    panel = Optional.empty();
    daemon.ifPresent(OwnProcess::kill);
    daemon = Optional.empty();
    settings.kill();
  }

  /// Starts the bus again at the same address, without panel and notification daemon.
  public void restartBus() {
    bus.restart();
    settings = settings(bus);
  }

  /// Starts what asks for passwords on behalf of a keyring, and waits until it can be asked.
  public void startPrompter() {
    OwnProcess started = bus.run(List.of(program("gcr/gcr-prompter")), "");
    prompter = Optional.of(started);
    started.awaitReady(() -> bus.hasOwner(PROMPTER));
  }

  /// Where the prompts are that are to be seen.
  public List<Area> prompts() {
    return screen.windows("gcr-prompter");
  }

  public Area awaitPrompt() {
    return Wait.until("prompt", () -> prompts().stream().findFirst());
  }

  /// Types a password into the prompt.
  public void answerPrompt(String password) {
    awaitPrompt();
    screen.type(password);
    screen.press("Return");
  }

  /// Closes the prompt without an answer.
  public void dismissPrompt() {
    awaitPrompt();
    screen.press("Escape");
  }

  /// Freezes the notification daemon, or lets it go on.
  public void freezeNotifications(boolean frozen) {
    daemon.orElseThrow().signal(frozen ? "STOP" : "CONT");
  }

  @Override
  public void close() {
    panel.ifPresent(OwnProcess::kill);
    daemon.ifPresent(OwnProcess::kill);
    windows.kill();
    prompter.ifPresent(OwnProcess::kill);
    settings.kill();
    bus.close();
    display.kill();
  }

  private void write(String channel, String settings) {
    try {
      Path folder =
          Files.createDirectories(bus.folder().resolve("config/xfce4/xfconf/xfce-perchannel-xml"));
      Files.writeString(folder.resolve(channel + ".xml"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> number(OwnProcess display) {
    // Written in one piece, but a reader may come in between.
    return display.log().lines().filter(line -> line.matches("\\d+")).findFirst();
  }

  private static Map<String, String> environment(String display) {
    return Map.of(
        "DISPLAY", display,
        "GDK_BACKEND", "x11",
        // Nothing of the accessibility bus, and no settings of the computer.
        "NO_AT_BRIDGE", "1",
        "GTK_A11Y", "none",
        "GSETTINGS_BACKEND", "memory",
        "XDG_CURRENT_DESKTOP", "XFCE");
  }

  /// Distributions keep these in different folders, none of them on the PATH.
  private static String program(String name) {
    String file = name.substring(name.indexOf('/') + 1);
    try (Stream<Path> architectures = Files.list(Path.of("/usr/lib"))) {
      return Stream.concat(
              architectures.map(folder -> folder.resolve("xfce4").resolve(name)),
              Stream.of(
                  Path.of("/usr/lib/xfce4").resolve(name), Path.of("/usr/libexec").resolve(file)))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException(file + " is missing; `make test` installs it"))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String PANEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <channel name="xfce4-panel" version="1.0">
        <property name="configver" type="int" value="2"/>
        <property name="panels" type="array">
          <value type="int" value="1"/>
          <property name="dark-mode" type="bool" value="true"/>
          <property name="panel-1" type="empty">
            <property name="position" type="string" value="p=6;x=0;y=0"/>
            <property name="length" type="uint" value="100"/>
            <property name="position-locked" type="bool" value="true"/>
            <property name="icon-size" type="uint" value="24"/>
            <property name="size" type="uint" value="32"/>
            <property name="plugin-ids" type="array">
              <value type="int" value="1"/>
              <value type="int" value="2"/>
            </property>
          </property>
        </property>
        <property name="plugins" type="empty">
          <property name="plugin-1" type="string" value="separator">
            <property name="expand" type="bool" value="true"/>
            <property name="style" type="uint" value="0"/>
          </property>
          <property name="plugin-2" type="string" value="systray">
            <property name="square-icons" type="bool" value="true"/>
            <property name="icon-size" type="int" value="24"/>
          </property>
        </property>
      </channel>
      """;

  /// Quiet, so that a picture shows the same each time.
  private static final String NOTIFYD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <channel name="xfce4-notifyd" version="1.0">
        <property name="initial-opacity" type="double" value="1.0"/>
        <property name="do-fadeout" type="bool" value="false"/>
        <property name="do-slideout" type="bool" value="false"/>
        <property name="expire-timeout" type="int" value="-1"/>
        <property name="notify-location" type="uint" value="3"/>
      </channel>
      """;
}
