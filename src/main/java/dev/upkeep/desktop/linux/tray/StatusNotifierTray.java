package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.Tray;
import dev.upkeep.desktop.TrayListener;
import dev.upkeep.desktop.TrayPixmaps;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.Bus;

/// An icon by the [StatusNotifierItem
/// protocol](https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/), which Plasma,
/// Xfce, LXQt, Cinnamon, MATE and waybar show by themselves, and GNOME with its AppIndicator
/// extension. No toolkit is loaded.
public final class StatusNotifierTray implements Tray {
  private final Bus bus;
  private final TrayPresence presence;
  private final PanelShade shade;

  /// Nothing is opened before the start.
  ///
  /// @param bus the session's
  public StatusNotifierTray(Bus bus, TrayPixmaps pixmaps) {
    this.bus = bus;
    this.presence = new TrayPresence(bus, pixmaps);
    this.shade = new PanelShade(presence::panel);
  }

  @Override
  public void start(TrayListener listener) {
    bus.post(() -> presence.listen(listener));
    bus.attach(shade);
    bus.attach(presence);
  }

  @Override
  public void show(TrayView view) {
    bus.post(() -> presence.show(view));
  }

  @Override
  public void close() {
    bus.detach(presence);
    bus.detach(shade);
  }
}
