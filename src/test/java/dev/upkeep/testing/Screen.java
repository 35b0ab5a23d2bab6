package dev.upkeep.testing;

import dev.upkeep.testing.Picture.Area;
import dev.upkeep.testing.Picture.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The screen of a [RealDesktop], with a pointer and a keyboard.
public final class Screen {
  /// A line of `xwininfo -tree`: id, size, and place on the screen.
  private static final Pattern WINDOW =
      Pattern.compile(
          "^ {5}(0x[0-9a-f]+) .*?(\\d+)x(\\d+)[+-]-?\\d+[+-]-?\\d+ +\\+(-?\\d+)\\+(-?\\d+)$");

  private static final Pattern ANY_WINDOW = Pattern.compile(" *(0x[0-9a-f]+) ");

  private static final Pattern SIZE = Pattern.compile("P6\\s(\\d+) (\\d+)\\s\\d+\\s");

  private final PrivateBus bus;

  Screen(PrivateBus bus) {
    this.bus = bus;
  }

  /// What is to be seen now.
  public Picture look() {
    byte[] ppm = bus.bytes("import", "-silent", "-window", "root", "-depth", "8", "ppm:-");
    String header = new String(ppm, 0, Math.min(ppm.length, 40), StandardCharsets.ISO_8859_1);
    Matcher size = SIZE.matcher(header);
    if (!size.lookingAt()) {
      throw new IllegalStateException("no picture of the screen: " + header);
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    byte[] rgb = new byte[width * height * 3];
    System.arraycopy(ppm, size.end(), rgb, 0, rgb.length);
    return new Picture(width, height, rgb);
  }

  /// Keeps a picture of what is to be seen now, for people, in `target/screenshots/`.
  public void keep(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      bus.output(
          "import",
          "-silent",
          "-window",
          "root",
          folder.resolve(name + ".png").toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until a colour covers this many pixels, and gives the area.
  public Area await(int colour, int atLeast) {
    return Wait.until(
        "colour %06x on the screen".formatted(colour), () -> look().find(colour, atLeast));
  }

  /// Waits until a colour is gone from the screen.
  public void awaitGone(int colour) {
    Wait.until("end of colour %06x".formatted(colour), () -> look().count(colour) == 0);
  }

  /// Clicks.
  ///
  /// @param button 1 is the left one, 2 the middle one, 3 the right one
  public void click(Point point, int button) {
    point(point);
    bus.output("xdotool", "click", Integer.toString(button));
  }

  /// Rests the pointer on a point.
  public void point(Point point) {
    // With --sync it would wait for 15 s where the pointer is there already; the X server keeps the
    // order anyway.
    bus.output("xdotool", "mousemove", Integer.toString(point.x()), Integer.toString(point.y()));
  }

  /// Presses keys one after the other.
  ///
  /// @param names as X names them: `Down`, `Return`, `Escape`
  public void press(String... names) {
    for (String name : names) {
      bus.output("xdotool", "key", "--delay", "40", name);
    }
  }

  /// Types a text where the keyboard is.
  public void type(String text) {
    bus.output("xdotool", "type", "--delay", "40", text);
  }

  /// The menus and tooltips that are open: windows that the window manager leaves alone. The latest
  /// comes first.
  public List<Area> popups() {
    List<Area> popups = new ArrayList<>();
    for (String line : bus.output("xwininfo", "-root", "-tree").split("\n", -1)) {
      Matcher window = WINDOW.matcher(line);
      if (window.matches() && isOpenPopup(window.group(1))) {
        popups.add(
            new Area(
                Integer.parseInt(window.group(4)),
                Integer.parseInt(window.group(5)),
                Integer.parseInt(window.group(2)),
                Integer.parseInt(window.group(3))));
      }
    }
    return popups;
  }

  /// Waits for a menu or a tooltip.
  public Area awaitPopup() {
    return Wait.until("menu", () -> popups().stream().findFirst());
  }

  /// Waits until no menu is open any more.
  public void awaitNoPopup() {
    Wait.until("end of the menu", () -> popups().isEmpty());
  }

  /// Closes menus and tooltips, whichever are open, and rests the pointer where nothing is.
  public void closePopups() {
    point(new Point(640, 600));
    Wait.until(
        "end of the menus",
        () -> {
          if (!popups().isEmpty()) {
            press("Escape");
          }
          return popups().isEmpty();
        });
  }

  /// Where the windows are that have this in their title or class, and are to be seen.
  public List<Area> windows(String part) {
    List<Area> windows = new ArrayList<>();
    for (String line : bus.output("xwininfo", "-root", "-tree").split("\n", -1)) {
      Matcher window = ANY_WINDOW.matcher(line);
      if (line.contains(part) && window.lookingAt()) {
        viewable(window.group(1)).ifPresent(windows::add);
      }
    }
    return windows;
  }

  private Optional<Area> viewable(String id) {
    String info = bus.output("xwininfo", "-id", id);
    return info.contains("IsViewable")
        ? Optional.of(
            new Area(
                number(info, "Absolute upper-left X:"),
                number(info, "Absolute upper-left Y:"),
                number(info, "Width:"),
                number(info, "Height:")))
        : Optional.empty();
  }

  private boolean isOpenPopup(String id) {
    String info = bus.output("xwininfo", "-id", id);
    return info.contains("IsViewable")
        && info.contains("Override Redirect State: yes")
        // Some programs keep tiny ones for other purposes.
        && number(info, "Width:") > 20
        && number(info, "Height:") > 10;
  }

  private static int number(String info, String label) {
    int start = info.indexOf(label) + label.length();
    return Integer.parseInt(info.substring(start, info.indexOf('\n', start)).strip());
  }
}
