package dev.upkeep.desktop.linux.notification;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/// Who a notification server is. dbus-java wants it generic, and public.
public final class ServerInformation<A, B, C, D> extends Tuple {
  @Position(0)
  public final A name;

  @Position(1)
  public final B vendor;

  @Position(2)
  public final C version;

  /// Of the specification that it follows.
  @Position(3)
  public final D specification;

  public ServerInformation(A name, B vendor, C version, D specification) {
    this.name = name;
    this.vendor = vendor;
    this.version = version;
    this.specification = specification;
  }
}
