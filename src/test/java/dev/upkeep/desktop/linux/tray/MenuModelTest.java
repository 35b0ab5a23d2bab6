package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.desktop.TrayMenu;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MenuModelTest {
  private static final TrayMenu HEADLINE = new TrayMenu.Headline("headline", "All is well");
  private static final TrayMenu LINE = new TrayMenu.Separator();
  private static final TrayMenu QUIT = new TrayMenu.Item("quit", "Quit", true);

  private final MenuModel model = new MenuModel();

  @Test
  void the_first_menu_is_a_new_layout_of_the_root() {
    MenuChange change = model.show(List.of(HEADLINE, LINE, QUIT));
    assertThat(change.layouts()).containsExactly(MenuSnapshot.ROOT);
    assertThat(model.snapshot().root().children())
        .extracting(MenuNode::properties)
        .containsExactly(
            Map.of("label", "All is well", "enabled", false),
            Map.of("type", "separator"),
            Map.of("label", "Quit", "enabled", true));
  }

  @Test
  void the_same_menu_changes_nothing() {
    model.show(List.of(HEADLINE, LINE, QUIT));
    long revision = model.snapshot().revision();
    MenuChange change = model.show(List.of(HEADLINE, LINE, QUIT));
    assertThat(change).isEqualTo(new MenuChange(List.of(), List.of()));
    assertThat(model.snapshot().revision()).isEqualTo(revision);
  }

  @Test
  void another_label_is_only_a_new_look() {
    model.show(List.of(HEADLINE, QUIT));
    long revision = model.snapshot().revision();
    MenuChange change =
        model.show(List.of(new TrayMenu.Headline("headline", "1 is in danger"), QUIT));
    assertThat(change.layouts()).isEmpty();
    assertThat(change.looks())
        .extracting(node -> node.properties().get("label"))
        .containsExactly("1 is in danger");
    assertThat(model.snapshot().revision()).isEqualTo(revision);
  }

  @Test
  void another_entry_in_a_submenu_is_a_new_layout_of_that_submenu_only() {
    model.show(List.of(submenu("shop", "shop/touch"), QUIT));
    int submenu = model.snapshot().root().children().getFirst().id();
    long revision = model.snapshot().revision();
    MenuChange change = model.show(List.of(submenu("shop", "shop/touch", "shop/pause"), QUIT));
    assertThat(change.layouts()).containsExactly(submenu);
    assertThat(change.looks()).isEmpty();
    assertThat(model.snapshot().revision()).isEqualTo(revision + 1);
  }

  @Test
  void an_entry_keeps_its_number_when_others_come_before_it() {
    model.show(List.of(QUIT));
    int before = model.snapshot().root().children().getFirst().id();
    model.show(List.of(HEADLINE, LINE, QUIT));
    assertThat(model.snapshot().root().children().getLast().id()).isEqualTo(before);
    assertThat(model.chosen(before)).contains("quit");
  }

  @Test
  void an_entry_that_becomes_another_kind_gets_another_number() {
    model.show(List.of(QUIT));
    int before = model.snapshot().root().children().getFirst().id();
    MenuChange change = model.show(List.of(new TrayMenu.Check("quit", "Quit", false)));
    assertThat(model.snapshot().root().childIds()).doesNotContain(before);
    assertThat(change.layouts()).containsExactly(MenuSnapshot.ROOT);
  }

  @Test
  void a_click_on_an_entry_that_has_just_left_still_means_it_and_later_nothing() {
    model.show(List.of(QUIT));
    int id = model.snapshot().root().children().getFirst().id();
    model.show(List.of(HEADLINE));
    assertThat(model.chosen(id)).contains("quit");
    model.show(List.of(HEADLINE, LINE));
    assertThat(model.chosen(id)).isEmpty();
    model.show(List.of(QUIT));
    assertThat(model.snapshot().root().childIds()).as("no number comes back").doesNotContain(id);
  }

  @Test
  void what_cannot_be_chosen_is_not_even_when_a_panel_says_so() {
    model.show(
        List.of(HEADLINE, LINE, submenu("shop"), new TrayMenu.Item("off", "Not now", false)));
    assertThat(model.snapshot().nodes().keySet()).allMatch(id -> model.chosen(id).isEmpty());
  }

  @Test
  void an_entry_that_was_just_disabled_cannot_be_chosen() {
    model.show(List.of(QUIT));
    int id = model.snapshot().root().children().getFirst().id();
    model.show(List.of(new TrayMenu.Item("quit", "Quit", false)));
    assertThat(model.chosen(id)).isEmpty();
  }

  @Test
  void two_entries_with_one_key_are_refused_and_the_former_menu_stays() {
    model.show(List.of(QUIT));
    assertThatThrownBy(() -> model.show(List.of(HEADLINE, QUIT, QUIT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(model.snapshot().root().children()).hasSize(1);
    assertThat(model.show(List.of(QUIT))).isEqualTo(new MenuChange(List.of(), List.of()));
  }

  @Test
  void separators_of_different_menus_are_different() {
    model.show(
        List.of(
            LINE,
            new TrayMenu.Submenu("a", "a", List.of(LINE, LINE)),
            new TrayMenu.Submenu("b", "b", List.of(LINE))));
    assertThat(model.snapshot().nodes()).hasSize(7);
  }

  @Test
  void an_underscore_in_a_name_is_no_mnemonic() {
    model.show(List.of(new TrayMenu.Item("it", "shop_cache", true)));
    assertThat(model.snapshot().root().children().getFirst().properties())
        .containsEntry("label", "shop__cache");
  }

  private static TrayMenu submenu(String key, String... entries) {
    return new TrayMenu.Submenu(
        key,
        key,
        Arrays.stream(entries)
            .<TrayMenu>map(entry -> new TrayMenu.Item(entry, entry, true))
            .toList());
  }
}
