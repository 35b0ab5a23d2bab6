package dev.upkeep.desktop.linux.secrets;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// A question that the secret service wants to ask a person. Public, because dbus-java calls it by
/// reflection. See
/// https://specifications.freedesktop.org/secret-service/latest/org.freedesktop.Secret.Prompt.html
@DBusInterfaceName("org.freedesktop.Secret.Prompt")
public interface SecretPrompt extends DBusInterface {
  /// Shows it; returns at once.
  ///
  /// @param window to be in front of; empty for none
  void Prompt(String window);

  /// Takes it away again.
  void Dismiss();

  /// The person has answered, or does not want to.
  final class Completed extends DBusSignal {
    public final boolean dismissed;

    public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
      super(path, dismissed, result);
      this.dismissed = dismissed;
    }
  }
}
