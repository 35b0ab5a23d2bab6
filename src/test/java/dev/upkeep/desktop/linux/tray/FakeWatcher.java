package dev.upkeep.desktop.linux.tray;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.Variant;

/// A panel's register of icons.
final class FakeWatcher extends PropertiesExport implements StatusNotifierWatcher {
  private final List<String> registered = new CopyOnWriteArrayList<>();

  FakeWatcher(boolean hosted) {
    super(NAME);
    properties(Map.of("IsStatusNotifierHostRegistered", new Variant<>(hosted)));
  }

  List<String> registered() {
    return List.copyOf(registered);
  }

  @Override
  public void RegisterStatusNotifierItem(String service) {
    registered.add(service);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
