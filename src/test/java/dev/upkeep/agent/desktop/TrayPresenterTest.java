package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Pause;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayMenu;
import dev.upkeep.history.Health;
import dev.upkeep.testing.Statuses;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrayPresenterTest {
  private static final DatabaseStatus SHOP = Statuses.alive("shop");
  private static final DatabaseStatus RESTING =
      Statuses.paused("rest", new Pause.Until(Statuses.NOW.plus(Duration.ofHours(4))));

  @Test
  void nothing_configured_shows_the_empty_mark_and_where_to_begin() {
    TrayPicture picture = present();

    assertThat(picture.view().mark()).isEqualTo(TrayMark.EMPTY);
    assertThat(labels(picture))
        .containsExactly("No databases yet", "Add a database…", "Open Upkeep…", "Quit");
  }

  @Test
  void all_alive_says_when_the_next_touch_is() {
    TrayPicture picture = present(SHOP, Statuses.alive("cache"), Statuses.alive("queue"));

    assertThat(picture.view().mark()).isEqualTo(TrayMark.ALIVE);
    assertThat(picture.view().headline()).isEqualTo("3 databases alive · next touch in 2 h");
    assertThat(picture.view().details())
        .containsExactly("Nearest deadline: shop, safe until 22 December.");
  }

  @Test
  void a_failing_database_asks_for_attention() {
    TrayPicture picture = present(SHOP, Statuses.failing("staging", Health.FAILING, 2));

    assertThat(picture.view().mark()).isEqualTo(TrayMark.ATTENTION);
    assertThat(picture.view().headline()).isEqualTo("1 of 2 alive, 1 failing · next touch in 2 h");
    assertThat(labels(picture)).contains("staging · failing, 2 times · safe until 22 Dec");
  }

  @Test
  void a_database_that_is_down_is_a_danger_whatever_the_others_are() {
    assertThat(mark(SHOP, RESTING, Statuses.failing("staging", Health.DOWN, 3)))
        .isEqualTo(TrayMark.DANGER);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 20, 22})
  void a_margin_under_half_asks_for_attention(int days) {
    assertThat(mark(Statuses.alive("old", Duration.ofDays(days)))).isEqualTo(TrayMark.ATTENTION);
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 28, 31})
  void a_margin_under_a_quarter_is_a_danger(int days) {
    assertThat(mark(Statuses.alive("old", Duration.ofDays(days)))).isEqualTo(TrayMark.DANGER);
  }

  @Test
  void a_margin_that_has_passed_says_so() {
    assertThat(labels(present(Statuses.alive("old", Duration.ofDays(31)))))
        .contains("old · alive · deadline passed on 21 Nov");
  }

  @Test
  void only_when_all_are_paused_the_mark_says_so() {
    assertThat(mark(RESTING)).isEqualTo(TrayMark.PAUSED);
    assertThat(mark(RESTING, SHOP)).isEqualTo(TrayMark.ALIVE);
  }

  @Test
  void a_schedule_that_rests_looks_paused() {
    Snapshot resting = new Snapshot(Statuses.agent(false), List.of(SHOP));

    TrayPicture picture = present(resting);

    assertThat(picture.view().mark()).isEqualTo(TrayMark.PAUSED);
    assertThat(picture.view().headline()).isEqualTo("1 database alive · the schedule rests");
  }

  @Test
  void an_offline_computer_says_so_while_the_margin_is_safe() {
    TrayPicture picture = present(Statuses.offline("shop", Duration.ofDays(20)));

    assertThat(picture.view().mark()).isEqualTo(TrayMark.OFFLINE);
    assertThat(picture.view().headline()).isEqualTo("1 database alive · this computer is offline");
  }

  @Test
  void an_offline_computer_is_a_danger_once_the_margin_is_under_a_quarter() {
    assertThat(mark(Statuses.offline("shop", Duration.ofDays(23)))).isEqualTo(TrayMark.DANGER);
  }

  @Test
  void one_database_that_answered_after_an_offline_one_proves_the_network() {
    DatabaseStatus answeredJustNow = Statuses.alive("shop", Duration.ZERO);

    assertThat(mark(Statuses.offline("other", Duration.ofDays(1)), answeredJustNow))
        .isEqualTo(TrayMark.ALIVE);
  }

  @Test
  void a_credential_that_cannot_be_had_asks_for_attention() {
    assertThat(mark(SHOP, Statuses.locked("staging"))).isEqualTo(TrayMark.ATTENTION);
  }

  @Test
  void a_database_that_nobody_knows_yet_is_neither_alive_nor_a_worry() {
    assertThat(mark(Statuses.fresh("new"))).isEqualTo(TrayMark.EMPTY);
    assertThat(labels(present(Statuses.fresh("new")))).contains("new · not known yet");
  }

  @Test
  void the_submenu_of_a_database_does_the_daily_work() {
    TrayPicture picture = present(SHOP);
    TrayMenu.Submenu shop = submenu(picture, "shop");

    assertThat(shop.entries().stream().flatMap(TrayPresenterTest::label))
        .containsExactly(
            "Last touch 3 min ago: written and read back in 42 ms",
            "eu1-fast-cat-4711.upstash.io",
            "Touch now",
            "Pause for 1 hour",
            "Pause for 4 hours",
            "Pause for 24 hours",
            "Pause until resumed",
            "History…",
            "Copy host");
    assertThat(action(picture, shop, "Touch now"))
        .isEqualTo(new TrayAction.Touch(List.of(SHOP.database().id())));
    assertThat(action(picture, shop, "Pause for 4 hours"))
        .isEqualTo(
            new TrayAction.Pause(List.of(SHOP.database().id()), Optional.of(Duration.ofHours(4))));
    assertThat(action(picture, shop, "Copy host"))
        .isEqualTo(new TrayAction.CopyHost("eu1-fast-cat-4711.upstash.io"));
  }

  @Test
  void a_paused_database_offers_to_resume() {
    TrayPicture picture = present(RESTING, SHOP);
    TrayMenu.Submenu rest = submenu(picture, "rest");

    assertThat(rest.label()).isEqualTo("rest · paused for 4 h · safe until 22 Dec");
    assertThat(action(picture, rest, "Resume"))
        .isEqualTo(new TrayAction.Resume(List.of(RESTING.database().id())));
    assertThat(labels(picture)).contains("Touch all now", "Pause all", "Resume all");
  }

  @Test
  void the_tick_of_login_start_is_what_the_system_has() {
    Snapshot one = Statuses.snapshot(SHOP);
    TrayPicture on = TrayPresenter.present(one, Optional.of(true), when());

    assertThat(on.view().menu())
        .contains(new TrayMenu.Check("login-start", "Start at login", true));
    assertThat(on.actions()).containsEntry("login-start", new TrayAction.LoginStart(false));
    assertThat(labels(present(SHOP))).doesNotContain("Start at login");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 200})
  void every_entry_has_a_key_of_its_own_and_an_action_or_none(int count) {
    TrayPicture picture = present(many(count));

    List<String> keys = picture.view().menu().stream().flatMap(TrayPresenterTest::keys).toList();
    assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    assertThat(keys).containsAll(picture.actions().keySet());
  }

  @Test
  void more_than_fifteen_databases_fold_and_the_endangered_stay_in_sight() {
    DatabaseStatus[] all = many(27);
    all[26] = Statuses.failing("broken", Health.DOWN, 5);

    TrayPicture picture = present(all);

    assertThat(picture.view().menu()).filteredOn(TrayMenu.Submenu.class::isInstance).hasSize(16);
    assertThat(labels(picture)).contains("… and 12 more");
    assertThat(labels(picture).get(1)).startsWith("broken · down");
  }

  @Test
  void keys_stay_when_what_they_mean_stays() {
    TrayPicture before = present(SHOP);
    TrayPicture after = present(Statuses.failing("shop", Health.DOWN, 3));

    assertThat(after.actions().keySet()).isEqualTo(before.actions().keySet());
  }

  @Test
  void a_long_name_is_shortened_in_the_middle() {
    assertThat(submenu(present(Statuses.alive("x".repeat(150) + "y".repeat(150))), "x").label())
        .hasSizeLessThan(80)
        .contains("…");
  }

  private static DatabaseStatus[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Statuses.alive("db-" + i))
        .toArray(DatabaseStatus[]::new);
  }

  private static TrayMark mark(DatabaseStatus... databases) {
    return present(databases).view().mark();
  }

  private static TrayPicture present(DatabaseStatus... databases) {
    return present(Statuses.snapshot(databases));
  }

  private static TrayPicture present(Snapshot snapshot) {
    return TrayPresenter.present(snapshot, Optional.empty(), when());
  }

  private static When when() {
    return new When(Statuses.NOW, ZoneOffset.UTC);
  }

  private static TrayMenu.Submenu submenu(TrayPicture picture, String beginning) {
    return picture.view().menu().stream()
        .filter(TrayMenu.Submenu.class::isInstance)
        .map(TrayMenu.Submenu.class::cast)
        .filter(submenu -> submenu.label().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private static TrayAction action(TrayPicture picture, TrayMenu.Submenu menu, String label) {
    return menu.entries().stream()
        .filter(entry -> entry instanceof TrayMenu.Item item && item.label().equals(label))
        .map(entry -> ((TrayMenu.Item) entry).key())
        .map(key -> Optional.ofNullable(picture.actions().get(key)).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(TrayPicture picture) {
    List<String> labels = new ArrayList<>();
    picture.view().menu().stream().flatMap(TrayPresenterTest::label).forEach(labels::add);
    return labels;
  }

  private static Stream<String> label(TrayMenu entry) {
    return switch (entry) {
      case TrayMenu.Headline headline -> Stream.of(headline.label());
      case TrayMenu.Item item -> Stream.of(item.label());
      case TrayMenu.Check check -> Stream.of(check.label());
      case TrayMenu.Submenu submenu -> Stream.of(submenu.label());
      case TrayMenu.Separator _ -> Stream.of();
    };
  }

  private static Stream<String> keys(TrayMenu entry) {
    return switch (entry) {
      case TrayMenu.Headline headline -> Stream.of(headline.key());
      case TrayMenu.Item item -> Stream.of(item.key());
      case TrayMenu.Check check -> Stream.of(check.key());
      case TrayMenu.Submenu submenu ->
          Stream.concat(
              Stream.of(submenu.key()),
              submenu.entries().stream().flatMap(TrayPresenterTest::keys));
      case TrayMenu.Separator _ -> Stream.of();
    };
  }
}
