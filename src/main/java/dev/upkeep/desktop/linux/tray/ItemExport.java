package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.PlainText;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/// The icon as panels see it. They call on a thread of dbus-java, and are answered from the last
/// view.
final class ItemExport extends PropertiesExport implements StatusNotifierItem {
  static final String PATH = "/StatusNotifierItem";
  private static final String PICTURES = "a(iiay)";

  /// As wide as a tooltip may become.
  private static final int LINE_LENGTH = 160;

  private final Runnable activated;

  /// Nothing is shown yet.
  ///
  /// @param activated told when a person clicks the icon
  ItemExport(Runnable activated) {
    super(NAME);
    this.activated = activated;
  }

  void show(TrayView view, List<Pixmap> pixmaps) {
    boolean danger = view.mark() == TrayMark.DANGER;
    List<Picture> pictures =
        pixmaps.stream().map(it -> Picture.of(danger ? SolidPicture.of(it) : it)).toList();
    String headline = PlainText.line(view.headline(), LINE_LENGTH);
    String details =
        view.details().stream()
            .map(line -> PlainText.line(line, LINE_LENGTH))
            .collect(Collectors.joining("\n"));
    properties(
        Map.ofEntries(
            Map.entry("Category", new Variant<>("ApplicationStatus")),
            Map.entry("Id", new Variant<>("upkeep")),
            Map.entry("Title", new Variant<>("Upkeep: " + headline)),
            Map.entry("Status", new Variant<>(status(view.mark()))),
            Map.entry("WindowId", new Variant<>(0)),
            // Empty names make panels take the pictures.
            Map.entry("IconThemePath", new Variant<>("")),
            Map.entry("IconName", new Variant<>("")),
            Map.entry("IconPixmap", new Variant<>(pictures, PICTURES)),
            Map.entry("OverlayIconName", new Variant<>("")),
            Map.entry("OverlayIconPixmap", new Variant<>(List.of(), PICTURES)),
            Map.entry("AttentionIconName", new Variant<>("")),
            Map.entry(
                "AttentionIconPixmap", new Variant<>(danger ? pictures : List.of(), PICTURES)),
            Map.entry("AttentionMovieName", new Variant<>("")),
            // Every panel takes the text for markup. The title is plain text to Xfce, markup to
            // MATE.
            Map.entry(
                "ToolTip",
                new Variant<>(
                    new ToolTip(
                        "",
                        List.of(),
                        PlainText.withoutMarkup(headline),
                        PlainText.escaped(details)),
                    "(s" + PICTURES + "ss)")),
            Map.entry("ItemIsMenu", new Variant<>(false)),
            Map.entry("Menu", new Variant<>(new DBusPath(MenuExport.PATH)))));
  }

  /// As panels name it. "NeedsAttention" brings an icon that the user has hidden into view;
  /// "Passive" would hide it.
  static String status(TrayMark mark) {
    return mark == TrayMark.DANGER ? "NeedsAttention" : "Active";
  }

  /// Only for panels that show no menus of ours; we have none of our own.
  @Override
  public void ContextMenu(int x, int y) {}

  @Override
  public void Activate(int x, int y) {
    activated.run();
  }

  @Override
  public void SecondaryActivate(int x, int y) {
    activated.run();
  }

  @Override
  public void Scroll(int delta, String orientation) {}

  @Override
  public String getObjectPath() {
    return PATH;
  }
}
