package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.ListeningPart;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the panel is light or dark. Panels do not tell, so this asks the desktop's portal for
/// the colour scheme. Only "prefer light" means a light panel: Plasma says it when its panel is
/// light. GNOME, whose bar is always dark, says "no preference" for its light style, and so do the
/// desktops that have none; most of their panels are dark, too.
final class PanelShade extends ListeningPart {
  private static final Logger LOG = LoggerFactory.getLogger(PanelShade.class);
  private static final String NAMESPACE = "org.freedesktop.appearance";
  private static final String KEY = "color-scheme";
  private static final long PREFER_LIGHT = 2;

  private final Consumer<Panel> changed;
  private Optional<BusLink> link = Optional.empty();

  /// Asks nobody yet.
  ///
  /// @param changed told on the bus's thread, whenever it is known
  PanelShade(Consumer<Panel> changed) {
    super(PortalSettings.NAME);
    this.changed = changed;
  }

  @Override
  public void connected(BusLink to) throws DBusException {
    link = Optional.of(to);
    to.on(
        PortalSettings.SettingChanged.class,
        signal -> {
          if (isFromPeer(signal) && signal.namespace.equals(NAMESPACE) && signal.key.equals(KEY)) {
            changed.accept(panel(signal.value));
          }
        });
  }

  @Override
  public void peerArrived(String owner) {
    super.peerArrived(owner);
    link.ifPresent(to -> {
      try {
        PortalSettings settings =
            to.object(owner, PortalSettings.PATH, PortalSettings.class, false);
        var _ =
            to.<Variant<?>>call(settings, "Read", NAMESPACE, KEY)
                .thenAccept(answer -> changed.accept(panel(answer.value())));
      } catch (DBusException e) {
        LOG.debug("The portal cannot be asked", e);
      }
    });
  }

  @Override
  public void disconnected() {
    super.disconnected();
    link = Optional.empty();
  }

  /// The panel that a colour scheme means.
  ///
  /// @param scheme the number, in one Variant or in two
  static Panel panel(Object scheme) {
    Object value = scheme;
    while (value instanceof Variant<?> wrapped) {
      value = wrapped.getValue();
    }
    return value instanceof UInt32 number && number.longValue() == PREFER_LIGHT
        ? Panel.LIGHT
        : Panel.DARK;
  }
}
