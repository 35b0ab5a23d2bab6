package dev.upkeep.desktop.linux.notification;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.desktop.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// How a notice is written for a server that can do this and that.
///
/// @param desktopEntry the name of our desktop file, without its ending
/// @param icon the name of an icon, or a file's URI
record NotificationForm(String desktopEntry, String icon) {
  private static final int TITLE_LENGTH = 120;
  private static final int BODY_LENGTH = 1_000;
  private static final int LABEL_LENGTH = 40;
  private static final int NEVER = 0;

  /// What has no time of its own stays for ever with mako.
  private static final int GOOD_NEWS = 8_000;

  private static final int NEWS = 12_000;

  /// Where nothing can be pressed, what is never to end may become a dialog that nobody can call
  /// off, as with notify-osd.
  private static final int ALARM_WITHOUT_BUTTONS = 60_000;

  /// The arguments of [Notifications#Notify].
  ///
  /// @param replaces the number of the notification that this one replaces; 0 for none
  /// @param capabilities as the server names them
  Object[] arguments(Notice notice, UInt32 replaces, Set<String> capabilities) {
    return new Object[] {
      "Upkeep",
      replaces,
      icon,
      PlainText.line(notice.title(), TITLE_LENGTH),
      body(notice.body(), capabilities),
      actions(notice, capabilities),
      Map.of(
          "urgency", new Variant<>(urgency(notice.urgency())),
          "desktop-entry", new Variant<>(desktopEntry)),
      timeout(notice.urgency(), capabilities)
    };
  }

  /// In milliseconds. An alarm stays until somebody does something with it, or until it is no
  /// longer true and taken away.
  private static int timeout(Notice.Urgency urgency, Set<String> capabilities) {
    return switch (urgency) {
      case LOW -> GOOD_NEWS;
      case NORMAL -> NEWS;
      case CRITICAL -> capabilities.contains("actions") ? NEVER : ALARM_WITHOUT_BUTTONS;
    };
  }

  private static String body(String text, Set<String> capabilities) {
    String clean = PlainText.lines(text);
    String body =
        clean.codePointCount(0, clean.length()) > BODY_LENGTH
            ? clean.substring(0, clean.offsetByCodePoints(0, BODY_LENGTH)) + "…"
            : clean;
    return capabilities.contains("body-markup") ? PlainText.escaped(body) : body;
  }

  private static List<String> actions(Notice notice, Set<String> capabilities) {
    List<String> actions = new ArrayList<>();
    if (capabilities.contains("actions")) {
      if (notice.buttons().stream().noneMatch(it -> it.key().equals(NoticeListener.OPEN))) {
        // What a click on the notification itself means. Xfce draws a button for it, too.
        actions.addAll(List.of(NoticeListener.OPEN, "Open"));
      }
      notice
          .buttons()
          .forEach(button -> {
            actions.add(button.key());
            actions.add(PlainText.line(button.label(), LABEL_LENGTH));
          });
    }
    return actions;
  }

  private static byte urgency(Notice.Urgency urgency) {
    return switch (urgency) {
      case LOW -> 0;
      case NORMAL -> 1;
      case CRITICAL -> 2;
    };
  }
}
