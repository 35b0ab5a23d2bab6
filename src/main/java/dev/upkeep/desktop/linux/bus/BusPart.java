package dev.upkeep.desktop.linux.bus;

import org.freedesktop.dbus.exceptions.DBusException;

/// Something of ours on a [Bus] that works together with one peer there: the tray icon with its
/// watcher, the notifier with its server. Called on the bus's thread only, and never blocks on the
/// peer.
public interface BusPart {
  /// The peer's well-known name. It may come, go, and change hands.
  String peer();

  /// Sets up what is ours. The connection is new; nothing of an earlier one is left.
  ///
  /// @throws DBusException if the bus refuses it
  void connected(BusLink link) throws DBusException;

  /// Somebody owns the peer's name now. Signals are believed only from there.
  ///
  /// @param owner a unique name, such as `:1.23`
  void peerArrived(String owner);

  /// Nobody owns the peer's name any more.
  void peerLeft();

  /// There is no connection, and nothing to take away: at the first failure to connect and at each
  /// loss. The peer is gone, too.
  void disconnected();

  /// Takes away what is ours.
  ///
  /// @throws DBusException if the bus refuses it
  void leave(BusLink link) throws DBusException;
}
