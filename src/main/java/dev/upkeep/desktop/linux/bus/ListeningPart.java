package dev.upkeep.desktop.linux.bus;

import org.freedesktop.dbus.messages.DBusSignal;

/// A part that only listens to its peer, and believes nobody else.
public abstract class ListeningPart implements BusPart {
  private final String peer;
  private String owner = "";

  public ListeningPart(String peer) {
    this.peer = peer;
  }

  /// Anybody on a bus can send any signal.
  protected final boolean isFromPeer(DBusSignal signal) {
    return !owner.isEmpty() && owner.equals(signal.getSource());
  }

  @Override
  public final String peer() {
    return peer;
  }

  @Override
  public void peerArrived(String owner) {
    this.owner = owner;
  }

  @Override
  public void peerLeft() {
    owner = "";
  }

  @Override
  public void disconnected() {
    owner = "";
  }

  @Override
  public void leave(BusLink link) {}

  @Override
  public String toString() {
    return "The listener to " + peer;
  }
}
