package dev.upkeep.testing;

import java.util.ArrayList;
import java.util.List;

/// A real `gnome-keyring-daemon` on a [PrivateBus]: the Secret Service of most Linux desktops. It
/// ends with its bus.
public final class GnomeKeyring {
  private static final String SECRETS = "org.freedesktop.secrets";
  private static final String PATH = "/org/freedesktop/secrets";

  /// What a person would type.
  public static final String PASSWORD = "the login password";

  private final PrivateBus bus;
  private OwnProcess daemon;

  private GnomeKeyring(PrivateBus bus, OwnProcess daemon) {
    this.bus = bus;
    this.daemon = daemon;
  }

  /// As after a login: there is a keyring, and it is open.
  public static GnomeKeyring unlocked(PrivateBus bus) {
    return new GnomeKeyring(bus, start(bus, true));
  }

  /// As in a session without a login: the service runs, and has no keyring unless an earlier one
  /// made it on this bus; then that is locked.
  public static GnomeKeyring notLoggedIn(PrivateBus bus) {
    return new GnomeKeyring(bus, start(bus, false));
  }

  /// Locks the keyring, as a person may at any time.
  public void lock() {
    String answer =
        bus.call(
            SECRETS,
            PATH,
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:" + PATH + "/collection/login");
    if (!answer.contains("collection/login")) {
      throw new IllegalStateException("the keyring was not locked: " + answer);
    }
  }

  /// Ends the daemon and starts it again, as logging out and in does.
  public void restart() {
    daemon.kill();
    daemon = start(bus, true);
  }

  /// Freezes the daemon; the bus goes on.
  public void pause() {
    daemon.signal("STOP");
  }

  public void resume() {
    daemon.signal("CONT");
  }

  /// Ends the daemon; nobody keeps secrets on the bus any more.
  public void stop() {
    daemon.kill();
  }

  private static OwnProcess start(PrivateBus bus, boolean unlocked) {
    List<String> command =
        new ArrayList<>(List.of("gnome-keyring-daemon", "--foreground", "--components=secrets"));
    if (unlocked) {
      command.add("--unlock");
    }
    OwnProcess daemon = bus.run(command, unlocked ? PASSWORD : "");
    daemon.awaitReady(() -> unlocked ? hasKeyring(bus) : isThere(bus));
    return daemon;
  }

  private static boolean isThere(PrivateBus bus) {
    return bus.call(
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            "string:" + SECRETS)
        .contains("true");
  }

  private static boolean hasKeyring(PrivateBus bus) {
    return bus.call(SECRETS, PATH, "org.freedesktop.Secret.Service.ReadAlias", "string:default")
        .contains("collection/login");
  }
}
