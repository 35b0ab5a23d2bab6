package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.TrayListener;
import dev.upkeep.desktop.TrayPixmaps;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.desktop.linux.bus.BusLink;
import dev.upkeep.desktop.linux.bus.BusPart;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our icon on the bus: shown to the watcher whenever there is one, and told about every change.
/// Nothing is there before the first view.
final class TrayPresence implements BusPart {
  private static final Logger LOG = LoggerFactory.getLogger(TrayPresence.class);

  /// As KDE's own items are named. The number tells several items of one process apart; we have
  /// one.
  private static final String NAME =
      StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";

  private final TrayPixmaps pixmaps;
  private final MenuModel menu = new MenuModel();
  private final ItemExport item;
  private final MenuExport menuExport;
  private Optional<TrayListener> listener = Optional.empty();
  private Optional<TrayView> view = Optional.empty();
  private Panel panel = Panel.DARK;
  private Optional<BusLink> link = Optional.empty();
  private Optional<String> watcher = Optional.empty();
  private Optional<Boolean> told = Optional.empty();
  private boolean registered;
  private boolean hosted;

  /// Nothing is on the bus yet.
  ///
  /// @param bus where panels' calls are posted to
  TrayPresence(Bus bus, TrayPixmaps pixmaps) {
    this.pixmaps = pixmaps;
    this.item = new ItemExport(() -> bus.post(() -> listener.ifPresent(TrayListener::activated)));
    this.menuExport = new MenuExport(id -> bus.post(() -> chosen(id)));
  }

  void listen(TrayListener listener) {
    this.listener = Optional.of(listener);
  }

  void show(TrayView next) {
    Optional<TrayView> before = view;
    MenuChange change = menu.show(next.menu());
    menuExport.show(menu.snapshot());
    view = Optional.of(next);
    if (before.isEmpty()) {
      item.show(next, pixmaps.of(next.mark(), panel));
      link.ifPresent(this::appear);
      return;
    }
    if (looksDifferent(before.get(), next)) {
      item.show(next, pixmaps.of(next.mark(), panel));
    }
    link.ifPresent(to -> {
      tell(to, before.get(), next);
      tell(to, change);
    });
  }

  /// Shows the pictures that can be seen on this panel.
  void panel(Panel panel) {
    if (this.panel == panel) {
      return;
    }
    this.panel = panel;
    view.ifPresent(now -> {
      item.show(now, pixmaps.of(now.mark(), panel));
      link.ifPresent(this::tellOfPicture);
    });
  }

  @Override
  public String peer() {
    return StatusNotifierWatcher.NAME;
  }

  @Override
  public void connected(BusLink to) throws DBusException {
    to.on(StatusNotifierWatcher.StatusNotifierHostRegistered.class, it -> hosted(it, true));
    to.on(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, it -> hosted(it, false));
    link = Optional.of(to);
    if (view.isPresent()) {
      export(to);
    }
  }

  @Override
  public void peerArrived(String owner) {
    watcher = Optional.of(owner);
    registered = false;
    register();
  }

  @Override
  public void peerLeft() {
    watcher = Optional.empty();
    registered = false;
    report();
  }

  @Override
  public void disconnected() {
    link = Optional.empty();
    peerLeft();
  }

  @Override
  public void leave(BusLink from) throws DBusException {
    link = Optional.empty();
    watcher = Optional.empty();
    if (view.isPresent()) {
      from.unexport(ItemExport.PATH);
      from.unexport(MenuExport.PATH);
      from.releaseName(NAME);
    }
  }

  @Override
  public String toString() {
    return "The tray icon";
  }

  private void appear(BusLink to) {
    try {
      export(to);
      register();
    } catch (DBusException e) {
      LOG.warn("{} cannot be exported: {}", this, e.toString());
    }
  }

  private void export(BusLink to) throws DBusException {
    to.export(ItemExport.PATH, item);
    to.export(MenuExport.PATH, menuExport);
    to.requestName(NAME);
  }

  private void register() {
    if (link.isEmpty() || watcher.isEmpty() || view.isEmpty()) {
      return;
    }
    BusLink to = link.get();
    String owner = watcher.get();
    try {
      StatusNotifierWatcher object =
          to.object(owner, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class, false);
      Properties properties = to.object(owner, StatusNotifierWatcher.PATH, Properties.class, false);
      var _ =
          to.call(object, "RegisterStatusNotifierItem", NAME)
              .thenCompose(_ ->
                  to.<Object>call(
                      properties,
                      "Get",
                      StatusNotifierWatcher.NAME,
                      "IsStatusNotifierHostRegistered"))
              .whenComplete((answer, failure) -> {
                if (watcher.equals(Optional.of(owner))) {
                  // A watcher without hosts, or one that cannot tell whether it has some.
                  hosted = failure != null || !Boolean.FALSE.equals(answer.value());
                  registered = true;
                  report();
                }
              });
    } catch (DBusException e) {
      LOG.warn("{} cannot be registered: {}", this, e.toString());
    }
  }

  private void hosted(DBusSignal signal, boolean now) {
    if (watcher.filter(owner -> owner.equals(signal.getSource())).isPresent()) {
      hosted = now;
      report();
    }
  }

  private void report() {
    boolean shown = registered && hosted;
    if (listener.isPresent() && !told.equals(Optional.of(shown))) {
      told = Optional.of(shown);
      listener.get().shown(shown);
    }
  }

  private void chosen(int id) {
    menu.chosen(id).ifPresent(key -> listener.ifPresent(it -> it.chosen(key)));
  }

  private static boolean looksDifferent(TrayView before, TrayView now) {
    return before.mark() != now.mark()
        || !before.headline().equals(now.headline())
        || !before.details().equals(now.details());
  }

  private void tell(BusLink to, TrayView before, TrayView now) {
    send(() -> {
      if (before.mark() != now.mark()) {
        tellOfPicture(to);
        to.emit(new StatusNotifierItem.NewStatus(ItemExport.PATH, ItemExport.status(now.mark())));
      }
      if (!before.headline().equals(now.headline())) {
        to.emit(new StatusNotifierItem.NewTitle(ItemExport.PATH));
      }
      if (!before.headline().equals(now.headline()) || !before.details().equals(now.details())) {
        to.emit(new StatusNotifierItem.NewToolTip(ItemExport.PATH));
      }
    });
  }

  private void tellOfPicture(BusLink to) {
    send(() -> {
      to.emit(new StatusNotifierItem.NewIcon(ItemExport.PATH));
      to.emit(new StatusNotifierItem.NewAttentionIcon(ItemExport.PATH));
    });
  }

  private void tell(BusLink to, MenuChange change) {
    send(() -> {
      if (!change.looks().isEmpty()) {
        to.emit(
            new DbusMenu.ItemsPropertiesUpdated(
                MenuExport.PATH, MenuExport.wire(change.looks(), List.of()), List.of()));
      }
      for (int parent : change.layouts()) {
        to.emit(
            new DbusMenu.LayoutUpdated(
                MenuExport.PATH, new UInt32(menu.snapshot().revision()), parent));
      }
    });
  }

  private static void send(Signals signals) {
    try {
      signals.send();
    } catch (DBusException e) {
      throw new IllegalStateException("a signal of ours cannot be written", e);
    }
  }

  private interface Signals {
    void send() throws DBusException;
  }
}
