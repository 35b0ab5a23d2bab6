package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What panels get of the tray icon, word by word, on a real bus.
final class StatusNotifierTrayIT {
  private static final TrayView VIEW =
      new TrayView(
          TrayMark.ALIVE,
          "All is well at R&D",
          List.of("shop: safe until 22 Dec", "a < b"),
          List.of(
              new TrayMenu.Headline("headline", "All is well"),
              new TrayMenu.Separator(),
              new TrayMenu.Submenu(
                  "shop", "shop", List.of(new TrayMenu.Item("shop/touch", "Touch now", true))),
              new TrayMenu.Check("login", "Start at login", true)));

  private final HeardTray listener = new HeardTray();
  private final FakeWatcher watcher = new FakeWatcher(true);
  private PrivateBus daemon;
  private Bus bus;
  private StatusNotifierTray tray;
  private FakePeer panel;

  @BeforeEach
  void start() {
    daemon = PrivateBus.start();
    bus = Bus.at(daemon.address());
    tray = new StatusNotifierTray(bus, new TestPixmaps());
    panel = new FakePeer(daemon.address()).exports(watcher).named(StatusNotifierWatcher.NAME);
  }

  @AfterEach
  void end() {
    tray.close();
    bus.close();
    panel.close();
    daemon.close();
  }

  @Test
  void a_panel_is_told_every_property_in_its_type() {
    show();
    assertThat(signatures(properties(ItemExport.PATH).GetAll(StatusNotifierItem.NAME)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("Category", "s"),
                Map.entry("Id", "s"),
                Map.entry("Title", "s"),
                Map.entry("Status", "s"),
                Map.entry("WindowId", "u"),
                Map.entry("IconThemePath", "s"),
                Map.entry("IconName", "s"),
                Map.entry("IconPixmap", "a(iiay)"),
                Map.entry("OverlayIconName", "s"),
                Map.entry("OverlayIconPixmap", "a(iiay)"),
                Map.entry("AttentionIconName", "s"),
                Map.entry("AttentionIconPixmap", "a(iiay)"),
                Map.entry("AttentionMovieName", "s"),
                Map.entry("ToolTip", "(sa(iiay)ss)"),
                Map.entry("ItemIsMenu", "b"),
                Map.entry("Menu", "o")));
    assertThat(signatures(properties(MenuExport.PATH).GetAll(DbusMenu.NAME)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Version", "u", "Status", "s", "TextDirection", "s", "IconThemePath", "as"));
    assertThat(properties(ItemExport.PATH).GetAll("org.freedesktop.DBus.Peer")).isEmpty();
  }

  @Test
  void every_tool_can_read_the_item() {
    show();
    String item = item();
    assertThat(
            gdbus(
                item,
                ItemExport.PATH,
                "org.freedesktop.DBus.Properties.Get",
                StatusNotifierItem.NAME,
                "ToolTip"))
        .contains("All is well at R＆D")
        .contains("shop: safe until 22 Dec\\na &lt; b");
    assertThat(gdbus(item, MenuExport.PATH, "com.canonical.dbusmenu.GetLayout", "0", "-1", "[]"))
        .contains("(uint32 2, (0, {'children-display': <'submenu'>}")
        .contains("'toggle-type': <'checkmark'>")
        .contains("'label': <'Touch now'>");
    assertThat(
            gdbus(item, MenuExport.PATH, "com.canonical.dbusmenu.GetLayout", "0", "1", "['type']"))
        .contains("'type': <'separator'>")
        .doesNotContain("label")
        .doesNotContain("Touch now");
    assertThat(gdbus(item, MenuExport.PATH, "com.canonical.dbusmenu.GetLayout", "999", "-1", "[]"))
        .contains("there is no entry 999");
    assertThat(gdbus(item, MenuExport.PATH, "com.canonical.dbusmenu.AboutToShowGroup", "[0, 77]"))
        .contains("(@ai [], [77])");
    assertThat(gdbus(item, ItemExport.PATH, "org.freedesktop.DBus.Introspectable.Introspect"))
        .contains("org.kde.StatusNotifierItem")
        .contains("NewToolTip");
  }

  @Test
  void the_picture_of_each_mark_goes_out_in_all_sizes_pixel_by_pixel() {
    for (TrayMark mark : TrayMark.values()) {
      tray.show(new TrayView(mark, "headline", List.of(), List.of()));
      show(mark);
      List<Pixmap> expected = new TestPixmaps().of(mark, Panel.DARK);
      assertThat(pictures("IconPixmap")).hasSize(6);
      for (int i = 0; i < expected.size(); i++) {
        Object[] picture = pictures("IconPixmap").get(i);
        assertThat(picture[0]).isEqualTo(expected.get(i).width());
        assertThat(picture[1]).isEqualTo(expected.get(i).height());
        assertThat(bytes(picture[2])).isEqualTo(expected.get(i).argb());
      }
      boolean danger = mark == TrayMark.DANGER;
      assertThat(get("Status")).isEqualTo(danger ? "NeedsAttention" : "Active");
      assertThat(pictures("AttentionIconPixmap")).hasSize(danger ? 6 : 0);
    }
  }

  @Test
  void a_choice_arrives_singly_and_in_groups() {
    show();
    DbusMenu menu = panel.object(item(), MenuExport.PATH, DbusMenu.class);
    int login = idOf("Start at login");
    menu.Event(login, "opened", new Variant<>(0), new UInt32(0));
    menu.Event(login, "clicked", new Variant<>(0), new UInt32(0));
    assertThat(
            menu.EventGroup(
                List.of(
                    new DbusMenu.Event(
                        idOf("Touch now"), "clicked", new Variant<>(0), new UInt32(0)),
                    new DbusMenu.Event(99, "clicked", new Variant<>(0), new UInt32(0)))))
        .containsExactly(99);
    StatusNotifierItem item = panel.object(item(), ItemExport.PATH, StatusNotifierItem.class);
    item.SecondaryActivate(1, 1);
    Wait.until("words", () -> listener.heard().size() == 4);
    assertThat(listener.heard())
        .containsExactly("shown", "chosen login", "chosen shop/touch", "activated");
  }

  @Test
  void a_watcher_that_restarts_is_told_again() {
    show();
    panel.close();
    Wait.until("word of the loss", () -> listener.heard().equals(List.of("shown", "hidden")));
    FakeWatcher next = new FakeWatcher(true);
    panel = new FakePeer(daemon.address()).exports(next).named(StatusNotifierWatcher.NAME);
    Wait.until("registration", () -> next.registered().size() == 1);
    Wait.until("word of the return", () -> listener.heard().size() == 3);
  }

  @Test
  void a_watcher_without_a_panel_shows_nothing_and_only_it_is_believed() throws DBusException {
    panel.close();
    FakeWatcher lonely = new FakeWatcher(false);
    panel = new FakePeer(daemon.address()).exports(lonely).named(StatusNotifierWatcher.NAME);
    tray.start(listener);
    tray.show(VIEW);
    Wait.until("word", () -> !listener.heard().isEmpty());
    try (FakePeer stranger = new FakePeer(daemon.address())) {
      stranger.emit(
          new StatusNotifierWatcher.StatusNotifierHostRegistered(StatusNotifierWatcher.PATH));
    }
    panel.emit(
        new StatusNotifierWatcher.StatusNotifierHostUnregistered(StatusNotifierWatcher.PATH));
    panel.emit(new StatusNotifierWatcher.StatusNotifierHostRegistered(StatusNotifierWatcher.PATH));
    Wait.until("word", () -> listener.heard().contains("shown"));
    panel.emit(
        new StatusNotifierWatcher.StatusNotifierHostUnregistered(StatusNotifierWatcher.PATH));
    Wait.until("word", () -> listener.heard().size() == 3);
    assertThat(listener.heard()).containsExactly("hidden", "shown", "hidden");
  }

  @Test
  void the_bus_may_die_and_come_back_at_the_same_address() {
    show();
    daemon.kill();
    Wait.until("word of the loss", () -> listener.heard().equals(List.of("shown", "hidden")));
    tray.show(new TrayView(TrayMark.DANGER, "meanwhile", List.of(), List.of()));
    daemon.restart();
    FakeWatcher next = new FakeWatcher(true);
    panel = new FakePeer(daemon.address()).exports(next).named(StatusNotifierWatcher.NAME);
    Wait.until("word of the return", () -> listener.heard().size() == 3);
    assertThat(next.registered()).hasSize(1);
    String item = next.registered().getFirst();
    Properties properties = panel.object(item, ItemExport.PATH, Properties.class);
    assertThat(properties.<String>Get(StatusNotifierItem.NAME, "Title"))
        .isEqualTo("Upkeep: meanwhile");
  }

  @Test
  void a_frozen_bus_holds_up_nobody_who_shows_or_closes() {
    show();
    daemon.pause();
    try {
      tray.show(new TrayView(TrayMark.DANGER, "frozen", List.of(), List.of()));
      tray.close();
      bus.close();
    } finally {
      daemon.resume();
    }
    Wait.until("end of the item", () -> !daemon.hasOwner(item()));
  }

  @Test
  void a_desktop_without_a_bus_is_told_once() {
    daemon.kill();
    tray.start(listener);
    tray.show(VIEW);
    Wait.until("word", () -> !listener.heard().isEmpty());
    assertThat(listener.heard()).containsExactly("hidden");
  }

  @Test
  void the_colour_scheme_of_the_portal_picks_the_pictures() throws DBusException {
    FakePortal settings = new FakePortal(2);
    try (FakePeer portal =
        new FakePeer(daemon.address()).exports(settings).named(PortalSettings.NAME)) {
      show();
      Wait.until("light panel", () -> shows(TrayMark.ALIVE, Panel.LIGHT));
      portal.emit(
          new PortalSettings.SettingChanged(
              PortalSettings.PATH,
              "org.freedesktop.appearance",
              "color-scheme",
              new Variant<>(new UInt32(0))));
      Wait.until("dark panel", () -> shows(TrayMark.ALIVE, Panel.DARK));
    }
  }

  @Test
  void after_the_close_nothing_is_left_on_the_bus() {
    show();
    String item = item();
    tray.close();
    assertThat(daemon.hasOwner(item)).isFalse();
  }

  private void show() {
    tray.show(VIEW);
    show(TrayMark.ALIVE);
  }

  private void show(TrayMark mark) {
    if (watcher.registered().isEmpty()) {
      tray.start(listener);
    }
    Wait.until("registration", () -> listener.heard().contains("shown"));
    Wait.until("picture", () -> shows(mark, Panel.DARK) || shows(mark, Panel.LIGHT));
  }

  private boolean shows(TrayMark mark, Panel on) {
    return Arrays.equals(
        bytes(pictures("IconPixmap").getFirst()[2]),
        new TestPixmaps().of(mark, on).getFirst().argb());
  }

  private String item() {
    return watcher.registered().getFirst();
  }

  private Properties properties(String path) {
    return panel.object(item(), path, Properties.class);
  }

  private Object get(String name) {
    return properties(ItemExport.PATH).<Object>Get(StatusNotifierItem.NAME, name);
  }

  private List<Object[]> pictures(String name) {
    return ((List<?>) get(name)).stream().map(it -> (Object[]) it).toList();
  }

  private static byte[] bytes(Object array) {
    if (array instanceof byte[] bytes) {
      return bytes;
    }
    List<?> list = (List<?>) array;
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (Byte) list.get(i);
    }
    return bytes;
  }

  private int idOf(String label) {
    return panel
        .object(item(), MenuExport.PATH, DbusMenu.class)
        .GetGroupProperties(List.of(), List.of())
        .stream()
        .filter(it -> {
          Variant<?> value = it.properties.get("label");
          return value != null && label.equals(value.getValue());
        })
        .findFirst()
        .orElseThrow()
        .id;
  }

  private String gdbus(String item, String path, String method, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--dest",
                item,
                "--object-path",
                path,
                "--method",
                method,
                "--"));
    command.addAll(List.of(arguments));
    return daemon.output(command.toArray(String[]::new));
  }

  private static Map<String, String> signatures(Map<String, Variant<?>> properties) {
    return properties.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getSig()));
  }

  /// A portal that knows one setting.
  private record FakePortal(int scheme) implements PortalSettings {
    @Override
    public Variant<?> Read(String namespace, String key) {
      return new Variant<>(new Variant<>(new UInt32(scheme)), "v");
    }

    @Override
    public String getObjectPath() {
      return PATH;
    }
  }
}
