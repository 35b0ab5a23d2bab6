package dev.upkeep.desktop.linux.notification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A notification server that keeps what it was told, and gives numbers from 41 on.
public final class FakeNotifications implements Notifications {
  private final List<String> capabilities;
  private final String name;
  private final List<Shown> shown = new CopyOnWriteArrayList<>();
  private final List<UInt32> closed = new CopyOnWriteArrayList<>();

  public FakeNotifications(String... capabilities) {
    this("of the tests", List.of(capabilities));
  }

  private FakeNotifications(String name, List<String> capabilities) {
    this.name = name;
    this.capabilities = capabilities;
  }

  /// One that calls itself so.
  static FakeNotifications called(String name, String... capabilities) {
    return new FakeNotifications(name, List.of(capabilities));
  }

  /// What it was told.
  record Shown(
      long replaces,
      String summary,
      String body,
      List<String> actions,
      Object urgency,
      int timeout) {}

  public List<Shown> shown() {
    return List.copyOf(shown);
  }

  List<UInt32> closed() {
    return List.copyOf(closed);
  }

  @Override
  public List<String> GetCapabilities() {
    return capabilities;
  }

  @Override
  public ServerInformation<String, String, String, String> GetServerInformation() {
    return new ServerInformation<>(name, "", "", "1.2");
  }

  @Override
  public UInt32 Notify(
      String program,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      Integer timeout) {
    Variant<?> urgency = hints.get("urgency");
    shown.add(
        new Shown(
            replaces.longValue(),
            summary,
            body,
            actions,
            urgency == null ? "none" : urgency.getValue(),
            timeout));
    return replaces.longValue() == 0 ? new UInt32(40 + shown.size()) : replaces;
  }

  @Override
  public void CloseNotification(UInt32 id) {
    closed.add(id);
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
