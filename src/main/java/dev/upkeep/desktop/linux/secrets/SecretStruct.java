package dev.upkeep.desktop.linux.secrets;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A secret on the wire. Public, because dbus-java fills it by reflection. See
/// https://specifications.freedesktop.org/secret-service/latest/types.html
public final class SecretStruct extends Struct {
  /// By whose key it is encrypted.
  @Position(0)
  public final DBusPath session;

  /// The initialization vector; empty for a plain one.
  @Position(1)
  public final byte[] parameters;

  @Position(2)
  public final byte[] value;

  @Position(3)
  public final String contentType;

  public SecretStruct(DBusPath session, byte[] parameters, byte[] value, String contentType) {
    this.session = session;
    this.parameters = parameters;
    this.value = value;
    this.contentType = contentType;
  }
}
