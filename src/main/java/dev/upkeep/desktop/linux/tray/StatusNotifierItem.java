package dev.upkeep.desktop.linux.tray;

import dev.upkeep.desktop.Pixmap;
import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// An icon in the tray, as a panel calls it. Public, because dbus-java calls it by reflection. See
/// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierItem/
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {
  String NAME = "org.kde.StatusNotifierItem";

  void ContextMenu(int x, int y);

  void Activate(int x, int y);

  void SecondaryActivate(int x, int y);

  void Scroll(int delta, String orientation);

  final class NewTitle extends DBusSignal {
    public NewTitle(String path) throws DBusException {
      super(path);
    }
  }

  final class NewIcon extends DBusSignal {
    public NewIcon(String path) throws DBusException {
      super(path);
    }
  }

  final class NewAttentionIcon extends DBusSignal {
    public NewAttentionIcon(String path) throws DBusException {
      super(path);
    }
  }

  final class NewToolTip extends DBusSignal {
    public NewToolTip(String path) throws DBusException {
      super(path);
    }
  }

  final class NewStatus extends DBusSignal {
    public final String status;

    public NewStatus(String path, String status) throws DBusException {
      super(path, status);
      this.status = status;
    }
  }

  /// An icon of one size: width, height, and pixels as in [Pixmap#argb()].
  final class Picture extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final byte[] pixels;

    public Picture(int width, int height, byte[] pixels) {
      this.width = width;
      this.height = height;
      this.pixels = pixels;
    }

    static Picture of(Pixmap pixmap) {
      return new Picture(pixmap.width(), pixmap.height(), pixmap.argb());
    }
  }

  /// What a panel shows while the pointer rests on the icon: an icon by name, the same in pixels, a
  /// title and a text, both with markup.
  final class ToolTip extends Struct {
    @Position(0)
    public final String icon;

    @Position(1)
    public final List<Picture> pictures;

    @Position(2)
    public final String title;

    @Position(3)
    public final String text;

    public ToolTip(String icon, List<Picture> pictures, String title, String text) {
      this.icon = icon;
      this.pictures = List.copyOf(pictures);
      this.title = title;
      this.text = text;
    }
  }
}
