package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.window.Headless;
import dev.upkeep.window.page.WindowMemory.Geometry;
import java.util.UUID;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WindowMemoryTest {
  private final Preferences node = node();
  private final WindowMemory memory = new WindowMemory(node);

  @BeforeAll
  static void root() {
    Headless.ownPreferences();
  }

  private static Preferences node() {
    root();
    return Preferences.userRoot().node("memory-test-" + UUID.randomUUID());
  }

  @AfterEach
  void remove() throws Exception {
    node.removeNode();
  }

  @Test
  void a_window_comes_back_where_it_was() {
    assertThat(memory.geometry()).isEmpty();
    Geometry geometry = new Geometry(-200, 40, 1000.5, 680, true);

    memory.keep(geometry);

    assertThat(new WindowMemory(node).geometry()).contains(geometry);
  }

  @Test
  void the_appearance_is_kept_and_one_of_another_version_is_the_systems() {
    assertThat(memory.appearance()).isEqualTo(Appearance.SYSTEM);

    memory.keep(Appearance.DARK);
    assertThat(new WindowMemory(node).appearance()).isEqualTo(Appearance.DARK);

    node.put("appearance", "SEPIA");
    assertThat(memory.appearance()).isEqualTo(Appearance.SYSTEM);
  }

  @Test
  void what_was_asked_once_is_not_asked_by_the_next_window() {
    assertThat(new Appearances(memory).updatesOffered().get()).isFalse();

    new Appearances(memory).updatesOffered().set(true);
    assertThat(new Appearances(new WindowMemory(node)).updatesOffered().get()).isTrue();
  }
}
