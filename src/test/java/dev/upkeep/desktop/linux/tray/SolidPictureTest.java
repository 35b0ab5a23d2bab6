package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.ResourcePixmaps;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayPixmaps;
import org.junit.jupiter.api.Test;

final class SolidPictureTest {
  /// What waybar paints behind what needs attention.
  private static final int RED = 0xEB4D4B;

  @Test
  void what_is_cut_out_of_the_danger_mark_is_seen_on_its_own_colour() {
    for (TrayPixmaps.Panel panel : TrayPixmaps.Panel.values()) {
      for (Pixmap picture : new ResourcePixmaps().of(TrayMark.DANGER, panel)) {
        assertThat(unlike(picture)).as("%s px", picture.width()).isLessThan(4);
        assertThat(unlike(SolidPicture.of(picture))).isGreaterThanOrEqualTo(picture.width() / 4);
      }
    }
  }

  @Test
  void what_is_around_it_stays_clear() {
    for (Pixmap picture : new ResourcePixmaps().of(TrayMark.DANGER, TrayPixmaps.Panel.DARK)) {
      assertThat(SolidPicture.of(picture).argb()[0]).isZero();
    }
  }

  /// How many pixels stand out against the red.
  private static int unlike(Pixmap picture) {
    int unlike = 0;
    for (int at = 0; at < picture.argb().length; at += 4) {
      int alpha = picture.argb()[at] & 0xFF;
      int far = 0;
      for (int colour = 0; colour < 3; colour++) {
        int behind = RED >> (16 - 8 * colour) & 0xFF;
        int own = picture.argb()[at + 1 + colour] & 0xFF;
        far = Math.max(far, Math.abs(own - behind) * alpha / 255);
      }
      unlike += far > 120 ? 1 : 0;
    }
    return unlike;
  }
}
