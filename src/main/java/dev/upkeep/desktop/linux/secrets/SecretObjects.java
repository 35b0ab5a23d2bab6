package dev.upkeep.desktop.linux.secrets;

import dev.upkeep.desktop.linux.bus.Two;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/// The objects of a secret service. Public, because dbus-java calls them by reflection. See
/// https://specifications.freedesktop.org/secret-service/latest/
public final class SecretObjects {
  private SecretObjects() {}

  /// The one that leads to all others.
  @DBusInterfaceName("org.freedesktop.Secret.Service")
  public interface Service extends DBusInterface {
    /// Agrees on how secrets are encrypted on the bus; the answer has the other side's part of the
    /// key, and the session.
    Two<Variant<?>, DBusPath> OpenSession(String algorithm, Variant<?> input);

    /// The collection of a name; `/` if there is none.
    DBusPath ReadAlias(String name);

    /// The items that have these attributes, and maybe others: those that are open, and those that
    /// are locked.
    Two<List<DBusPath>, List<DBusPath>> SearchItems(Map<String, String> attributes);

    /// What could be unlocked without asking, and a [SecretPrompt] for the rest; `/` for none.
    Two<List<DBusPath>, DBusPath> Unlock(List<DBusPath> objects);
  }

  /// What entries are put into.
  @DBusInterfaceName("org.freedesktop.Secret.Collection")
  public interface Collection extends DBusInterface {
    /// The new item; or `/`, and a [SecretPrompt] that makes it.
    Two<DBusPath, DBusPath> CreateItem(
        Map<String, Variant<?>> properties, SecretStruct secret, boolean replace);
  }

  /// An entry.
  @DBusInterfaceName("org.freedesktop.Secret.Item")
  public interface Item extends DBusInterface {
    SecretStruct GetSecret(DBusPath session);

    void SetSecret(SecretStruct secret);

    /// A [SecretPrompt] that does it; `/` when it is done.
    DBusPath Delete();
  }

  /// KDE's own interface to the same secrets, for the one question that the Secret Service cannot
  /// be asked. See https://invent.kde.org/frameworks/kwallet
  @DBusInterfaceName("org.kde.KWallet")
  public interface Wallets extends DBusInterface {
    boolean isOpen(String wallet);
  }
}
