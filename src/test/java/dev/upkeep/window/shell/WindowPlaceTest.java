package dev.upkeep.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.page.WindowMemory.Geometry;
import dev.upkeep.window.shell.WindowPlace.Area;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WindowPlaceTest {
  private static final Area MAIN = new Area(0, 24, 1280, 776);
  private static final Area RIGHT = new Area(1280, 0, 1920, 1080);

  private static Geometry at(double x, double y, double width, double height) {
    return new Geometry(x, y, width, height, false);
  }

  @Test
  void a_place_that_fits_stays() {
    Geometry place = at(100, 100, 1000, 600);

    assertThat(WindowPlace.fit(place, List.of(MAIN, RIGHT))).isEqualTo(place);
  }

  @Test
  void at_two_hundred_percent_it_is_as_large_as_the_screen() {
    assertThat(WindowPlace.fit(at(100, 100, 1000, 680), List.of(new Area(0, 0, 640, 400))))
        .isEqualTo(at(0, 0, 640, 400));
  }

  @Test
  void what_was_on_a_screen_that_is_gone_comes_to_the_main_one() {
    assertThat(WindowPlace.fit(at(2000, 300, 1000, 600), List.of(MAIN)))
        .isEqualTo(at(280, 200, 1000, 600));
    assertThat(WindowPlace.fit(at(5000, -900, 1000, 600), List.of(MAIN)))
        .isEqualTo(at(280, 24, 1000, 600));
  }

  @Test
  void a_window_between_two_screens_goes_to_the_one_that_has_more_of_it() {
    assertThat(WindowPlace.fit(at(1200, 100, 1000, 600), List.of(MAIN, RIGHT)).x()).isEqualTo(1280);
  }

  @Test
  void wherever_it_was_it_is_wholly_on_one_screen() {
    Random random = new Random(20);
    for (int i = 0; i < 2000; i++) {
      Geometry fit =
          WindowPlace.fit(
              at(
                  random.nextDouble(-5000, 5000),
                  random.nextDouble(-5000, 5000),
                  random.nextDouble(1, 4000),
                  random.nextDouble(1, 4000)),
              List.of(MAIN, RIGHT));

      assertThat(List.of(MAIN, RIGHT))
          .anyMatch(area ->
              fit.x() >= area.x()
                  && fit.y() >= area.y()
                  && fit.x() + fit.width() <= area.x() + area.width() + 1e-6
                  && fit.y() + fit.height() <= area.y() + area.height() + 1e-6);
    }
  }
}
