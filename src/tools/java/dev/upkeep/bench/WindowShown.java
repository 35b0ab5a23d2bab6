package dev.upkeep.bench;

import dev.upkeep.testing.Signals;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Opens the window again and again, and looks at the screen until it is to be seen. A process of
/// its own for the bench, since only from its start can it have the screen.
public final class WindowShown {
  private static final PrintStream OUT = System.out;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Where the window comes to lie, in the middle of the screen, and where its first marks do.
  private static final Rectangle WINDOW = new Rectangle(640, 60, 1, 1);

  private static final Rectangle MARKS = new Rectangle(150, 150, 60, 250);

  private WindowShown() {}

  /// Prints milliseconds from the start of the process: until the window was there, until there
  /// were databases in it, and how much it had computed by then.
  ///
  /// @param arguments how often, then the command
  public static void main(String[] arguments) throws Exception {
    Robot eyes = new Robot();
    List<String> command = List.of(arguments).subList(1, arguments.length);
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      open(eyes, command);
    }
    System.exit(0);
  }

  private static void open(Robot eyes, List<String> command)
      throws IOException, InterruptedException, AWTException {
    await(eyes, WINDOW, rgb -> rgb == 0);
    long start = System.nanoTime();
    Process window =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await(eyes, WINDOW, rgb -> rgb != 0);
      tell("shown", System.nanoTime() - start);
      await(eyes, MARKS, WindowShown::isGreen);
      tell("filled", System.nanoTime() - start);
      Optional<Duration> computed = window.info().totalCpuDuration();
      tell("computed", computed.orElse(Duration.ZERO).toNanos());
    } finally {
      Signals.end(window, 20);
    }
  }

  private static void await(Robot eyes, Rectangle area, IntPredicate colour)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!seen(eyes.createScreenCapture(area), colour)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing is shown");
      }
      Thread.sleep(4);
    }
  }

  private static boolean seen(BufferedImage picture, IntPredicate colour) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (colour.test(picture.getRGB(x, y) & 0xFFFFFF)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The mark of a database that is alive.
  private static boolean isGreen(int rgb) {
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    return green > red + 60 && green > blue + 40;
  }

  private static void tell(String what, long nanos) {
    OUT.println(what + " " + Duration.ofNanos(nanos).toMillis());
  }
}
