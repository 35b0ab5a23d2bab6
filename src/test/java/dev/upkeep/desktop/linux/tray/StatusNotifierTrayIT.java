package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What panels get of the tray icon, word by word, on a real bus.
final class StatusNotifierTrayIT {
  @RegisterExtension private final TrayRig rig = new TrayRig();

  @Test
  void a_panel_is_told_every_property_in_its_type() {
    rig.show();
    assertThat(signatures(rig.properties(ItemExport.PATH).GetAll(StatusNotifierItem.NAME)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("Category", "s"),
                Map.entry("Id", "s"),
                Map.entry("Title", "s"),
                Map.entry("Status", "s"),
                Map.entry("WindowId", "i"),
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
    assertThat(signatures(rig.properties(MenuExport.PATH).GetAll(DbusMenu.NAME)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Version", "u", "Status", "s", "TextDirection", "s", "IconThemePath", "as"));
    assertThat(rig.properties(ItemExport.PATH).GetAll("org.freedesktop.DBus.Peer")).isEmpty();
  }

  @Test
  void every_tool_can_read_the_item() {
    rig.show();
    String item = rig.item();
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
      rig.tray.show(new TrayView(mark, "headline", List.of(), List.of()));
      rig.awaitShown(mark);
      List<Pixmap> expected = new TestPixmaps().of(mark, Panel.DARK);
      assertThat(rig.pictures("IconPixmap")).hasSize(6);
      for (int i = 0; i < expected.size(); i++) {
        Object[] picture = rig.pictures("IconPixmap").get(i);
        assertThat(picture[0]).isEqualTo(expected.get(i).width());
        assertThat(picture[1]).isEqualTo(expected.get(i).height());
        assertThat(TrayRig.bytes(picture[2])).isEqualTo(expected.get(i).argb());
      }
      boolean danger = mark == TrayMark.DANGER;
      assertThat(rig.get("Status")).isEqualTo(danger ? "NeedsAttention" : "Active");
      assertThat(rig.pictures("AttentionIconPixmap")).hasSize(danger ? 6 : 0);
    }
  }

  @Test
  void a_choice_arrives_singly_and_in_groups() {
    rig.show();
    DbusMenu menu = rig.panel.object(rig.item(), MenuExport.PATH, DbusMenu.class);
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
    StatusNotifierItem item =
        rig.panel.object(rig.item(), ItemExport.PATH, StatusNotifierItem.class);
    item.SecondaryActivate(1, 1);
    Wait.until("words", () -> rig.listener.heard().size() == 4);
    assertThat(rig.listener.heard())
        .containsExactly("shown", "chosen login", "chosen shop/touch", "activated");
  }

  @Test
  void the_colour_scheme_of_the_portal_picks_the_pictures() throws DBusException {
    FakePortal settings = new FakePortal(2);
    try (FakePeer portal =
        new FakePeer(rig.daemon.address()).exports(settings).named(PortalSettings.NAME)) {
      rig.show();
      Wait.until("light panel", () -> rig.shows(TrayMark.ALIVE, Panel.LIGHT));
      portal.emit(
          new PortalSettings.SettingChanged(
              PortalSettings.PATH,
              "org.freedesktop.appearance",
              "color-scheme",
              new Variant<>(new UInt32(0))));
      Wait.until("dark panel", () -> rig.shows(TrayMark.ALIVE, Panel.DARK));
    }
  }

  private int idOf(String label) {
    return rig
        .panel
        .object(rig.item(), MenuExport.PATH, DbusMenu.class)
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
    return rig.daemon.output(command.toArray(String[]::new));
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
