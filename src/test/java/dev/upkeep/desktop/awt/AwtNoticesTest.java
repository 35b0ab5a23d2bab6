package dev.upkeep.desktop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.Notice.Urgency;
import java.awt.TrayIcon.MessageType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AwtNoticesTest {
  @Test
  void a_notice_becomes_a_balloon() {
    assertThat(AwtNotices.Balloon.of(notice(Urgency.CRITICAL, "Down", "No answer.")))
        .isEqualTo(new AwtNotices.Balloon("Down", "No answer.", MessageType.WARNING));
  }

  @Test
  void a_notice_without_a_body_is_not_an_empty_balloon_which_windows_would_not_show() {
    assertThat(AwtNotices.Balloon.of(notice(Urgency.LOW, "All is well again", "")))
        .isEqualTo(new AwtNotices.Balloon("", "All is well again", MessageType.NONE));
  }

  @Test
  void what_is_too_long_for_windows_ends_with_an_ellipsis() {
    AwtNotices.Balloon balloon =
        AwtNotices.Balloon.of(notice(Urgency.NORMAL, "t".repeat(64), "b".repeat(256)));

    assertThat(balloon.title()).hasSize(63).endsWith("t…");
    assertThat(balloon.text()).hasSize(255).endsWith("b…");
  }

  @Test
  void a_character_of_two_units_is_not_cut_in_half() {
    assertThat(ShortText.of("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(ShortText.of("ab😀c", 5)).isEqualTo("ab😀c");
  }

  @Test
  void without_an_icon_a_notice_is_not_taken() {
    AwtNotices notices = new AwtNotices(new AwtTray(() -> IconSet.DARK));

    assertThat(notices.show(notice(Urgency.NORMAL, "Down", "No answer.")))
        .isCompletedWithValue(false);
  }

  @Test
  void a_double_click_on_the_icon_is_no_click_on_a_notice() {
    Clicks clicks = new Clicks();
    assertThat(clicks.onNotice(5_000)).isTrue();

    clicks.pressed(6_000);
    assertThat(clicks.onNotice(6_010)).isFalse();
    assertThat(clicks.onNotice(9_000)).isTrue();
  }

  private static Notice notice(Urgency urgency, String title, String body) {
    return new Notice("tag", urgency, title, body, List.of());
  }
}
