package dev.upkeep.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.TrayMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What makes an icon an icon, held against the checked-in pixels that the program loads.
final class TrayIconsTest {
  /// Of 255: from here on a pixel belongs to the shape.
  private static final int SEEN = 128;

  @ParameterizedTest
  @EnumSource(TrayMark.class)
  void a_mark_fills_its_square_and_is_not_cut_off(TrayMark mark) throws IOException {
    for (Panel panel : Panel.values()) {
      for (int size : panel.sizes()) {
        Pixels icon = icon(panel, mark, size);
        String name = panel + " " + mark + " " + size;
        assertThat(icon.size()).as(name).isEqualTo(size);
        assertThat(ink(icon)).as("%s: share of pixels", name).isBetween(0.2, 0.6);
        assertThat(extent(icon)).as("%s: width in use", name).isBetween(size * 0.75, size * 1.0);
        assertThat(edge(icon)).as("%s: alpha at the outermost pixels", name).isLessThan(SEEN / 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TrayMark.class)
  void a_mark_has_one_colour_and_it_is_that_of_its_state(TrayMark mark) throws IOException {
    int light =
        switch (mark) {
          case ALIVE -> 0x2da44e;
          case ATTENTION -> 0xbf8700;
          case DANGER -> 0xcf222e;
          case PAUSED, OFFLINE, EMPTY -> 0x57606a;
        };
    int dark =
        switch (mark) {
          case ALIVE -> 0x3fb950;
          case ATTENTION -> 0xd29922;
          case DANGER -> 0xf85149;
          case PAUSED, OFFLINE, EMPTY -> 0x8b949e;
        };
    for (Panel panel : Panel.values()) {
      int expected =
          switch (panel) {
            case LIGHT -> light;
            case DARK -> dark;
            case TEMPLATE -> 0;
          };
      for (int size : panel.sizes()) {
        Pixels icon = icon(panel, mark, size);
        assertThat(IntStream.of(icon.argb()).filter(p -> p >>> 24 > 0).map(p -> p & 0xffffff))
            .as("%s %s %d", panel, mark, size)
            .containsOnly(expected);
      }
    }
  }

  /// Shapes alone, because colour is only a repetition: at 16 px at least 16 of the 256 pixels are
  /// in one mark and not in the other. A quarter of the ring, the smallest difference there is
  /// meant to be, is 19.
  @ParameterizedTest
  @EnumSource(TrayMark.class)
  void a_mark_can_be_told_from_every_other_without_colour(TrayMark mark) throws IOException {
    Pixels one = icon(Panel.LIGHT, mark, 16);
    for (TrayMark other : TrayMark.values()) {
      if (other != mark) {
        Pixels two = icon(Panel.LIGHT, other, 16);
        double differing =
            IntStream.range(0, 256).map(i -> Math.abs(one.alpha(i) - two.alpha(i))).sum() / 255.0;
        assertThat(differing).as("%s and %s", mark, other).isGreaterThan(16);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Panel.class)
  void what_is_not_danger_has_about_the_same_weight(Panel panel) throws IOException {
    for (int size : panel.sizes()) {
      double alive = ink(icon(panel, TrayMark.ALIVE, size));
      for (TrayMark mark : TrayMark.values()) {
        assertThat(ink(icon(panel, mark, size)))
            .as("%s %d", mark, size)
            .isBetween(alive * 0.6, alive * 1.4);
      }
    }
  }

  /// A vertical or horizontal edge that lies between pixels leaves no half-tones: the middle row of
  /// a ring begins and ends with them only where the circle itself bends.
  @ParameterizedTest
  @EnumSource(
      value = TrayMark.class,
      names = {"ALIVE", "PAUSED"})
  void a_ring_is_crisp_where_it_touches_the_grid(TrayMark mark) throws IOException {
    for (int size : new int[] {16, 22, 24, 32, 48, 64}) {
      Pixels icon = icon(Panel.LIGHT, mark, size);
      int middle = size / 2 * size;
      int first =
          IntStream.range(0, size).filter(x -> icon.alpha(middle + x) > 8).findFirst().orElse(-1);
      assertThat(icon.alpha(middle + first)).as("%s %d", mark, size).isGreaterThan(230);
    }
  }

  private static Pixels icon(Panel panel, TrayMark mark, int size) throws IOException {
    String file = mark.name().toLowerCase(Locale.ROOT) + "-" + size + ".argb";
    Path path = Path.of("").toAbsolutePath().resolve(Assets.RESOURCES);
    return Pixels.ofRaw(Files.readAllBytes(path.resolve(panel.folder()).resolve(file)));
  }

  private static double ink(Pixels icon) {
    int pixels = icon.argb().length;
    return IntStream.range(0, pixels).map(icon::alpha).sum() / 255.0 / pixels;
  }

  /// From the leftmost pixel of the shape to the rightmost.
  private static double extent(Pixels icon) {
    int[] columns =
        IntStream.range(0, icon.argb().length)
            .filter(i -> icon.alpha(i) >= SEEN)
            .map(i -> i % icon.size())
            .sorted()
            .toArray();
    return columns[columns.length - 1] - columns[0] + 1;
  }

  private static int edge(Pixels icon) {
    int last = icon.size() - 1;
    return IntStream.range(0, icon.argb().length)
        .filter(i -> {
          int x = i % icon.size();
          int y = i / icon.size();
          return x == 0 || y == 0 || x == last || y == last;
        })
        .map(icon::alpha)
        .max()
        .orElseThrow();
  }
}
