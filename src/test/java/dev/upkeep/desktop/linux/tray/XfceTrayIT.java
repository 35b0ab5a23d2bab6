package dev.upkeep.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.desktop.TrayView;
import dev.upkeep.desktop.linux.bus.Bus;
import dev.upkeep.testing.Picture;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Screen;
import dev.upkeep.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The tray icon in a real panel of Xfce, seen on its screen and used with pointer and keys.
final class XfceTrayIT {
  private static final List<TrayMenu> MENU =
      List.of(
          new TrayMenu.Headline("headline", "3 databases alive · next touch in 2 h"),
          new TrayMenu.Separator(),
          new TrayMenu.Item("touch-all", "Touch all now", true),
          new TrayMenu.Submenu(
              "shop",
              "shop_cache · safe until 22 Dec",
              List.of(
                  new TrayMenu.Item("shop/touch", "Touch now", true),
                  new TrayMenu.Item("shop/pause", "Pause for 4 hours", true))),
          new TrayMenu.Item("never", "Not now", false),
          new TrayMenu.Check("login", "Start at login", true),
          new TrayMenu.Separator(),
          new TrayMenu.Item("quit", "Quit", true));

  /// One for all tests: a desktop takes longer to start than a test to run.
  private static RealDesktop desktop;

  private final HeardTray listener = new HeardTray();
  private Bus bus;
  private StatusNotifierTray tray;

  @BeforeAll
  static void startDesktop() {
    desktop = RealDesktop.start();
  }

  @AfterAll
  static void endDesktop() {
    desktop.close();
  }

  @BeforeEach
  void start() {
    if (!desktop.panelRuns()) {
      desktop.startPanel();
    }
    bus = Bus.at(desktop.bus().address());
    tray = new StatusNotifierTray(bus, new TestPixmaps());
  }

  /// Leaves nothing on the screen that the next test could take for its own.
  @AfterEach
  void end() {
    desktop.screen().closePopups();
    tray.close();
    bus.close();
    Wait.until("empty tray", () -> isEmpty(desktop.screen().look()));
  }

  @ParameterizedTest
  @EnumSource
  void each_mark_is_in_the_panel_pixel_by_pixel(TrayMark mark) {
    tray.start(listener);
    tray.show(view(mark, MENU));

    Pixmap expected = new TestPixmaps().of(mark, Panel.DARK).get(2);
    desktop.screen().await(TestPixmaps.colour(mark), 100);
    desktop.screen().keep("xfce-mark-" + mark);
    assertThat(desktop.screen().look().find(expected.width(), expected.height(), expected.argb()))
        .isPresent();
  }

  @Test
  void the_icon_changes_with_the_mark() {
    tray.start(listener);
    for (TrayMark mark : TrayMark.values()) {
      tray.show(view(mark, MENU));
      desktop.screen().await(TestPixmaps.colour(mark), 100);
    }
    desktop.screen().awaitGone(TestPixmaps.colour(TrayMark.ALIVE));
  }

  @Test
  void an_icon_that_was_there_before_the_panel_appears_with_it_and_returns_after_its_crash() {
    desktop.killPanel();
    tray.show(view(TrayMark.ALIVE, MENU));
    tray.start(listener);
    Wait.until("word of no tray", () -> listener.heard().equals(List.of("hidden")));

    desktop.startPanel();
    desktop.screen().await(TestPixmaps.colour(TrayMark.ALIVE), 100);
    desktop.killPanel();
    desktop.screen().awaitGone(TestPixmaps.colour(TrayMark.ALIVE));
    tray.show(view(TrayMark.DANGER, MENU));
    desktop.startPanel();
    desktop.screen().await(TestPixmaps.colour(TrayMark.DANGER), 100);

    Wait.until("word of the tray", () -> listener.heard().size() == 4);
    assertThat(listener.heard()).containsExactly("hidden", "shown", "hidden", "shown");
  }

  @Test
  void the_icon_is_gone_after_the_close() {
    tray.start(listener);
    tray.show(view(TrayMark.ALIVE, MENU));
    desktop.screen().await(TestPixmaps.colour(TrayMark.ALIVE), 100);
    tray.close();
    desktop.screen().awaitGone(TestPixmaps.colour(TrayMark.ALIVE));
  }

  @Test
  void a_click_activates() {
    Picture.Area icon = shown(MENU);
    desktop.screen().click(icon.middle(), 1);
    Wait.until("activation", () -> listener.heard().contains("activated"));
  }

  @Test
  void a_chosen_entry_arrives() {
    openMenu(shown(MENU));
    desktop.screen().keep("xfce-menu");
    desktop.screen().press("Down", "Return");
    Wait.until("choice", () -> listener.heard().contains("chosen touch-all"));
    desktop.screen().awaitNoPopup();
  }

  @Test
  void an_entry_of_a_submenu_arrives() {
    openMenu(shown(MENU));
    desktop.screen().press("Down", "Down", "Right");
    Wait.until("submenu", () -> desktop.screen().popups().size() == 2);
    desktop.screen().keep("xfce-submenu");
    desktop.screen().press("Down", "Return");
    Wait.until("choice", () -> listener.heard().contains("chosen shop/pause"));
  }

  @Test
  void what_is_checked_arrives_and_can_be_unchecked() {
    Picture.Area icon = shown(MENU);
    openMenu(icon);
    desktop.screen().press("Down", "Down", "Down", "Return");
    Wait.until("choice", () -> listener.heard().contains("chosen login"));
    desktop.screen().awaitNoPopup();

    List<TrayMenu> unchecked = new ArrayList<>(MENU);
    unchecked.set(5, new TrayMenu.Check("login", "Start at login", false));
    tray.show(view(TrayMark.ALIVE, unchecked));
    openMenu(icon);
    desktop.screen().keep("xfce-unchecked");
  }

  @Test
  void an_open_menu_is_changed_in_place() {
    openMenu(shown(MENU));
    Picture before = desktop.screen().look();
    List<TrayMenu> changed = new ArrayList<>(MENU);
    changed.set(0, new TrayMenu.Headline("headline", "1 database is in danger"));
    changed.set(3, new TrayMenu.Item("new", "An entry that is new", true));
    changed.add(2, new TrayMenu.Item("more", "Another entry that is new", true));
    tray.show(view(TrayMark.DANGER, changed));
    desktop.screen().await(TestPixmaps.colour(TrayMark.DANGER), 100);
    Wait.until("change in the menu", () -> !sameBelow(before, desktop.screen().look()));
    desktop.screen().keep("xfce-menu-changed");

    assertThat(desktop.screen().popups()).as("the menu stays open").hasSize(1);
    assertThat(desktop.panelRuns()).isTrue();
    desktop.screen().press("Home", "Return");
    Wait.until("choice", () -> listener.heard().contains("chosen more"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 200})
  void a_menu_of_any_length_can_be_used(int entries) {
    List<TrayMenu> menu =
        IntStream.range(0, entries)
            .<TrayMenu>mapToObj(i -> new TrayMenu.Item("entry " + i, "Database " + i, true))
            .toList();
    Picture.Area icon = shown(menu);
    desktop.screen().click(icon.middle(), 3);
    if (entries == 0) {
      tray.show(view(TrayMark.PAUSED, menu));
      desktop.screen().await(TestPixmaps.colour(TrayMark.PAUSED), 100);
    } else {
      desktop.screen().awaitPopup();
      desktop.screen().press("End");
      desktop.screen().keep("xfce-menu-of-" + entries);
      desktop.screen().press("Return");
      Wait.until("choice", () -> listener.heard().contains("chosen entry " + (entries - 1)));
    }
    assertThat(desktop.panelRuns()).isTrue();
  }

  @Test
  void hostile_names_hurt_neither_menu_nor_tooltip() {
    List<String> names =
        List.of(
            "under_score & <b>bold</b>",
            "two\nlines\tand\u0000nothing",
            "right \u202Eto left",
            "שלום עולם",
            "emoji 🦊👩‍👩‍👧 and a lone \uD83D",
            "x".repeat(300),
            "");
    List<TrayMenu> menu =
        IntStream.range(0, names.size())
            .<TrayMenu>mapToObj(i -> new TrayMenu.Item("name " + i, names.get(i), true))
            .toList();
    tray.start(listener);
    tray.show(new TrayView(TrayMark.ALIVE, "R&D <shop> cannot be reached", names, menu));
    Picture.Area icon = desktop.screen().await(TestPixmaps.colour(TrayMark.ALIVE), 100);
    desktop.screen().point(icon.middle());
    desktop.screen().awaitPopup();
    desktop.screen().keep("xfce-hostile-tooltip");

    desktop.screen().click(icon.middle(), 3);
    Wait.until("menu", () -> desktop.screen().popups().stream().anyMatch(it -> it.height() > 120));
    desktop.screen().keep("xfce-hostile-menu");
    assertThat(desktop.screen().popups()).allMatch(it -> it.width() < 1_000);
    desktop.screen().press("End", "Up", "Return");
    Wait.until("choice", () -> listener.heard().contains("chosen name 5"));
    assertThat(desktop.panelRuns()).isTrue();
  }

  private Picture.Area shown(List<TrayMenu> menu) {
    tray.start(listener);
    tray.show(view(TrayMark.ALIVE, menu));
    return desktop.screen().await(TestPixmaps.colour(TrayMark.ALIVE), 100);
  }

  private void openMenu(Picture.Area icon) {
    Screen screen = desktop.screen();
    screen.click(icon.middle(), 3);
    screen.awaitPopup();
  }

  private static boolean isEmpty(Picture screen) {
    return Stream.of(TrayMark.values())
        .allMatch(mark -> screen.count(TestPixmaps.colour(mark)) == 0);
  }

  /// Below the panel, where the menu is.
  private static boolean sameBelow(Picture one, Picture other) {
    for (int y = 40; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        if (one.at(x, y) != other.at(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static TrayView view(TrayMark mark, List<TrayMenu> menu) {
    return new TrayView(
        mark, "3 databases alive · next touch in 2 h", List.of("shop: safe until 22 Dec"), menu);
  }
}
