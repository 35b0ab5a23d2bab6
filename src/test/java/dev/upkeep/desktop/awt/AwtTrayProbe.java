package dev.upkeep.desktop.awt;

import dev.upkeep.desktop.TrayListener;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayView;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/// Uses an [AwtTray] as a person would: looks for its icon on the screen, clicks it, opens its menu
/// and chooses. A program of its own, because the JVM of the tests has no screen. Prints what it
/// saw, and ends with `done`.
public final class AwtTrayProbe {
  private static final PrintStream OUT = System.out;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<TrayMark, Integer> COLOURS =
      Map.of(
          TrayMark.ALIVE, 0x2da44e,
          TrayMark.DANGER, 0xcf222e,
          TrayMark.ATTENTION, 0xbf8700,
          TrayMark.PAUSED, 0x57606a);

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final AwtTray tray = new AwtTray(() -> IconSet.LIGHT);
  private final Robot robot;
  private final Path pictures;

  private AwtTrayProbe(Robot robot, Path pictures) {
    this.robot = robot;
    this.pictures = pictures;
  }

  public static void main(String[] arguments) throws Exception {
    Path pictures = Files.createDirectories(Path.of(arguments[0]));
    Robot robot = new Robot();
    robot.setAutoDelay(80);
    new AwtTrayProbe(robot, pictures).run();
    OUT.println("done");
    System.exit(0);
  }

  private void run() throws Exception {
    tray.show(view(TrayMark.ALIVE, false));
    tray.start(new Listener());
    hear("shown true");
    Point icon = see(TrayMark.ALIVE);
    for (TrayMark mark : List.of(TrayMark.ATTENTION, TrayMark.DANGER, TrayMark.PAUSED)) {
      tray.show(view(mark, false));
      icon = see(mark);
    }

    click(icon, InputEvent.BUTTON1_DOWN_MASK);
    hear("activated");

    // Headline and separator are passed over.
    choose(icon, 1);
    hear("chosen touch");
    choose(icon, 2);
    hear("chosen login");
    // The tick says what the view says, whatever AWT has done to it by itself.
    tray.show(view(TrayMark.PAUSED, true));
    choose(icon, 2);
    hear("chosen login");

    tray.close();
    await("the icon to be gone", () -> where(colour(TrayMark.PAUSED)).isEmpty());
    OUT.println("gone");
  }

  private void choose(Point icon, int entry) throws Exception {
    BufferedImage before = screen();
    click(icon, InputEvent.BUTTON3_DOWN_MASK);
    await("the menu to open", () -> differing(before, screen()) > 2_000);
    ImageIO.write(screen(), "png", pictures.resolve("awt-menu-" + entry + ".png").toFile());
    for (int i = 0; i < entry; i++) {
      robot.keyPress(KeyEvent.VK_DOWN);
      robot.keyRelease(KeyEvent.VK_DOWN);
    }
    robot.keyPress(KeyEvent.VK_ENTER);
    robot.keyRelease(KeyEvent.VK_ENTER);
  }

  private void click(Point point, int button) {
    robot.mouseMove(point.x, point.y);
    robot.mousePress(button);
    robot.mouseRelease(button);
  }

  private Point see(TrayMark mark) throws Exception {
    int colour = colour(mark);
    await(mark + " on the screen", () -> where(colour).isPresent());
    ImageIO.write(screen(), "png", pictures.resolve("awt-" + mark + ".png").toFile());
    OUT.println("seen " + mark);
    return where(colour).orElseThrow();
  }

  private static int colour(TrayMark mark) {
    return Objects.requireNonNull(COLOURS.get(mark));
  }

  /// The middle of all pixels of a colour.
  private Optional<Point> where(int colour) {
    BufferedImage image = screen();
    long x = 0;
    long y = 0;
    int count = 0;
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      if ((image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == colour) {
        x += i % image.getWidth();
        y += i / image.getWidth();
        count++;
      }
    }
    return count < 20
        ? Optional.empty()
        : Optional.of(new Point((int) (x / count), (int) (y / count)));
  }

  private static int differing(BufferedImage one, BufferedImage two) {
    int count = 0;
    for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
      int x = i % one.getWidth();
      int y = i / one.getWidth();
      count += one.getRGB(x, y) == two.getRGB(x, y) ? 0 : 1;
    }
    return count;
  }

  private BufferedImage screen() {
    return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
  }

  private void hear(String expected) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (expected.equals(heard.poll(1, TimeUnit.SECONDS))) {
        OUT.println(expected);
        return;
      }
    }
    throw new IllegalStateException("not heard: " + expected);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      Thread.sleep(100);
    }
  }

  private static TrayView view(TrayMark mark, boolean login) {
    return new TrayView(
        mark,
        "3 databases alive",
        List.of("Next touch in 2 h"),
        List.of(
            new TrayMenu.Headline("headline", "3 databases alive"),
            new TrayMenu.Separator(),
            new TrayMenu.Item("touch", "Touch all now", true),
            new TrayMenu.Check("login", "Start at login", login),
            new TrayMenu.Submenu(
                "shop", "shop-cache", List.of(new TrayMenu.Item("pause", "Pause", true)))));
  }

  private final class Listener implements TrayListener {
    @Override
    public void chosen(String key) {
      heard.add("chosen " + key);
    }

    @Override
    public void activated() {
      heard.add("activated");
    }

    @Override
    public void shown(boolean shown) {
      heard.add("shown " + shown);
    }
  }
}
