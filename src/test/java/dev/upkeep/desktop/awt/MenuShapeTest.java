package dev.upkeep.desktop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.TrayMenu;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MenuShapeTest {
  private static final List<TrayMenu> MENU =
      List.of(
          new TrayMenu.Headline("headline", "3 databases alive"),
          new TrayMenu.Separator(),
          new TrayMenu.Submenu(
              "shop", "shop-cache", List.of(new TrayMenu.Item("touch", "Touch now", true))),
          new TrayMenu.Check("login", "Start at login", true));

  @Test
  void words_ticks_and_readiness_are_changed_in_place() {
    List<TrayMenu> later =
        List.of(
            new TrayMenu.Headline("headline", "2 databases alive"),
            new TrayMenu.Separator(),
            new TrayMenu.Submenu(
                "shop", "shop-cache: down", List.of(new TrayMenu.Item("touch", "Touching", false))),
            new TrayMenu.Check("login", "Start at login", false));

    assertThat(MenuShape.same(MENU, later)).isTrue();
  }

  @Test
  void an_entry_more_or_less_is_another_menu() {
    assertThat(MenuShape.same(MENU, MENU.subList(0, 3))).isFalse();
    assertThat(MenuShape.same(MENU.subList(0, 3), MENU)).isFalse();
  }

  @Test
  void another_key_or_kind_in_the_same_place_is_another_menu() {
    TrayMenu item = new TrayMenu.Item("a", "A", true);

    assertThat(MenuShape.same(List.of(item), List.of(new TrayMenu.Item("b", "A", true)))).isFalse();
    assertThat(MenuShape.same(List.of(item), List.of(new TrayMenu.Check("a", "A", true))))
        .isFalse();
    assertThat(MenuShape.same(List.of(item), List.of(new TrayMenu.Headline("a", "A")))).isFalse();
    assertThat(MenuShape.same(List.of(new TrayMenu.Separator()), List.of(item))).isFalse();
  }

  @Test
  void an_entry_more_in_a_submenu_is_another_menu() {
    TrayMenu.Item touch = new TrayMenu.Item("touch", "Touch now", true);
    TrayMenu.Item pause = new TrayMenu.Item("pause", "Pause", true);

    assertThat(
            MenuShape.same(
                List.of(new TrayMenu.Submenu("shop", "shop", List.of(touch))),
                List.of(new TrayMenu.Submenu("shop", "shop", List.of(touch, pause)))))
        .isFalse();
  }
}
