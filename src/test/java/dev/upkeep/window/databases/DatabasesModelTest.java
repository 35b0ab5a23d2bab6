package dev.upkeep.window.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.database.Endpoint;
import dev.upkeep.history.Health;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.page.TouchRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DatabasesModelTest {
  private static DatabasesModel model(Rig rig) {
    DatabasesModel model =
        new DatabasesModel(
            rig,
            rig.texts,
            rig.time,
            new RecentTouchesModel(rig, rig.timer),
            new DatabaseActions(rig, rig.texts, rig.time, rig.toasts, new TouchRun(rig)));
    model.start();
    return model;
  }

  private static DatabasesModel showing(Rig rig) {
    DatabasesModel model = model(rig);
    rig.connect();
    return model;
  }

  private static DatabaseRow row(DatabasesModel model, String name) {
    return model.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(DatabasesModel model) {
    return model.rows().stream().map(DatabaseRow::name).toList();
  }

  @Test
  void a_row_says_until_when_it_is_safe_how_it_went_and_what_comes_next() {
    DatabasesModel model = showing(new Rig(new FakeAgent().with(Samples.alsoKept("shop"))));

    DatabaseRow row = model.rows().getFirst();
    assertThat(row.mark()).isEqualTo(Mark.ALIVE);
    assertThat(row.safe()).isEqualTo("safe until 22 Dec");
    assertThat(row.left()).isEqualTo("29 d 23 h");
    assertThat(row.last())
        .isEqualTo(
            "last 3 min ago · 42 ms · write verified · also kept by github-actions, 2 h ago");
    assertThat(row.next()).isEqualTo("next in 2 h");
    assertThat(row.host()).isEqualTo("eu1-fast-cat-4711.upstash.io · Upstash");
    assertThat(row.spoken()).startsWith("shop, alive, safe until 22 Dec, 29 d 23 h left, last");
  }

  @Test
  void who_else_keeps_it_is_said_of_a_database_in_trouble_too() {
    DatabasesModel model =
        showing(
            new Rig(
                new FakeAgent()
                    .with(Samples.alsoKept(Statuses.failing("shop", Health.FAILING, 1)))));

    assertThat(model.rows().getFirst().last())
        .isEqualTo(
            "The password was rejected. Paste a new one. · also kept by github-actions, 2 h ago");
  }

  @Test
  void the_same_row_in_german() {
    DatabasesModel model =
        showing(new Rig(new FakeAgent().with(Statuses.alive("shop")), Locale.GERMANY));

    DatabaseRow row = model.rows().getFirst();
    assertThat(row.safe()).isEqualTo("sicher bis 22. Dez.");
    assertThat(row.last()).isEqualTo("vor 3 min · 42 ms · Schreiben bestätigt");
  }

  @Test
  void a_row_in_trouble_says_what_is_wrong_and_what_to_do() {
    DatabasesModel model = showing(new Rig(new FakeAgent().with(Samples.rejected("staging"))));

    DatabaseRow row = model.rows().getFirst();
    assertThat(row.trouble()).isTrue();
    assertThat(row.last())
        .isEqualTo("The password was rejected. A read-only token needs the user default_ro.");
    assertThat(row.next()).isEqualTo("tries again in 12 min");
  }

  @Test
  void while_the_agent_is_gone_no_row_promises_a_next_touch() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);
    assertThat(model.rows().getFirst().next()).isEqualTo("next in 2 h");

    rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(model.rows().getFirst().next()).isEmpty();

    rig.connect();
    assertThat(model.rows().getFirst().next()).isEqualTo("next in 2 h");
  }

  @Test
  void the_most_endangered_come_first_and_the_rest_as_the_user_likes() {
    DatabasesModel model =
        showing(
            new Rig(
                new FakeAgent()
                    .with(
                        Statuses.alive("b"),
                        Samples.rejected("failing"),
                        Statuses.alive("a"),
                        Samples.gone("gone"))));

    assertThat(names(model)).containsExactly("gone", "failing", "b", "a");
  }

  @Test
  void a_touch_that_a_person_asked_for_always_reports_its_result() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);

    model.actions().touch(List.of(row(model, "shop")));
    rig.agent.touching(new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait."));
    model.actions().touch(List.of(row(model, "shop")));

    assertThat(rig.agent.asked).filteredOn(one -> one.startsWith("touch")).hasSize(2);
    assertThat(rig.told())
        .containsExactly("shop: written and read back in 42 ms.", "shop: No answer. Wait.");
    assertThat(row(model, "shop").running()).isFalse();
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_agent() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);
    rig.agent.refusing(
        AgentException.Refused.verbatim(
            AgentException.Refused.Reason.NOT_FOUND, List.of("It is gone.")));

    model.actions().pause(List.of(row(model, "shop")), Optional.empty());

    assertThat(rig.told()).containsExactly("It is gone.");
  }

  @Test
  void a_removal_can_be_undone_for_ten_seconds() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop"), Statuses.alive("blog")));
    DatabasesModel model = showing(rig);

    model.actions().remove(List.of(row(model, "shop")));
    assertThat(names(model)).containsExactly("blog");
    rig.toasts.undo(rig.toasts.shown().getFirst());
    assertThat(rig.agent.asked).contains("restore");

    model.actions().remove(List.of(row(model, "blog")));
    rig.timer.advance(Duration.ofSeconds(9));
    assertThat(rig.told()).contains("blog was removed.");
    rig.timer.advance(Duration.ofSeconds(1));
    assertThat(rig.told()).isEmpty();
  }

  @Test
  void pausing_tells_for_how_long() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);

    model.actions().pause(List.of(row(model, "shop")), Optional.of(Duration.ofHours(4)));

    assertThat(rig.agent.asked).contains("pause [shop] PT4H");
  }

  @Test
  void relative_times_go_on_by_themselves() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);

    rig.timer.advance(Duration.ofMinutes(2));

    assertThat(row(model, "shop").last()).startsWith("last 5 min ago");
  }

  @Test
  void a_beat_that_changes_nothing_draws_nothing() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop"), Statuses.alive("blog")));
    DatabasesModel model = showing(rig);
    List<Object> drawn = new ArrayList<>();
    model.order().addListener((_, _, now) -> drawn.add(now));
    List<DatabaseRow> before = model.rows();

    rig.timer.advance(Duration.ofSeconds(5));

    assertThat(drawn).isEmpty();
    assertThat(model.rows()).isEqualTo(before);
  }

  @Test
  void a_filter_looks_at_name_host_and_provider_and_is_there_when_there_are_many() {
    Rig rig = new Rig(new FakeAgent().seeing(Samples.many()));
    DatabasesModel model = showing(rig);
    assertThat(model.shown().get()).isEqualTo(DatabasesModel.Shown.MANY);

    model.filter().set(DatabasesFilter.ALL.saying("PROJECT-043"));
    assertThat(names(model)).containsExactly("project-043");
    model.filter().set(DatabasesFilter.ALL.saying("example.org"));
    assertThat(names(model)).containsExactly("project-043");

    rig.see(Samples.three());
    assertThat(model.filter().get())
        .as("nothing stays hidden by a filter that is gone")
        .isEqualTo(DatabasesFilter.ALL);
    assertThat(model.rows()).hasSize(3);
  }

  @Test
  void before_anything_is_known_nothing_is_claimed() {
    Rig rig = new Rig(new FakeAgent());
    DatabasesModel model = model(rig);

    assertThat(model.shown().get()).isEqualTo(DatabasesModel.Shown.NOTHING);
    rig.connect();
    assertThat(model.shown().get()).isEqualTo(DatabasesModel.Shown.EMPTY);
  }

  @Test
  void a_strip_is_asked_for_once_and_grows_with_what_happens() {
    Rig rig = new Rig(new FakeAgent().with(Samples.rejected("shop")).remembering(_ -> List.of()));
    DatabasesModel model = showing(rig);
    var strip = model.strip(row(model, "shop").id());
    assertThat(model.strip(row(model, "shop").id())).isSameAs(strip);

    rig.change(new Change.Database(Samples.rejected("shop")));
    rig.change(new Change.Database(Samples.rejected("shop")));

    assertThat(rig.agent.asked).containsExactly("history");
    assertThat(strip.get().slots()).hasSize(1).first().isInstanceOf(RecentTouches.Slot.Cross.class);
    assertThat(model.spoken(strip.get())).isEqualTo("Last touch, 1 failed");
  }

  @Test
  void a_row_is_worked_out_when_it_is_looked_at_and_says_what_holds_then() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop")));
    DatabasesModel model = showing(rig);
    UUID shop = model.order().get().getFirst();
    rig.change(new Change.Removed(shop));
    assertThat(model.row(shop)).isEmpty();
    assertThat(model.order().get()).isEmpty();
  }

  @Test
  void a_filter_knows_states_and_several_words() {
    Rig rig = new Rig(new FakeAgent().seeing(Samples.many()));
    DatabasesModel model = showing(rig);
    model.filter().set(DatabasesFilter.ALL.saying("paused"));
    assertThat(names(model)).containsExactly("project-042");
    model.filter().set(DatabasesFilter.ALL.saying("danger upstash"));
    assertThat(names(model)).singleElement().asString().startsWith("project-017");
    model.filter().set(DatabasesFilter.ALL.saying("danger paused"));
    assertThat(names(model)).isEmpty();
  }

  @Test
  void chips_show_what_needs_attention_and_what_rests_with_their_numbers() {
    Rig rig = new Rig(new FakeAgent().seeing(Samples.many()));
    DatabasesModel model = showing(rig);
    for (DatabasesFilter.Kind kind : DatabasesFilter.Kind.values()) {
      model.filter().set(DatabasesFilter.ALL.of(kind));
      assertThat(model.counts().get()).containsEntry(kind, model.rows().size());
    }
    assertThat(names(model)).containsExactly("project-042");
    model.filter().set(DatabasesFilter.ALL.of(DatabasesFilter.Kind.ATTENTION));
    assertThat(model.rows()).allMatch(row -> row.mark().compareTo(Mark.ATTENTION) <= 0);
  }

  @Test
  void the_order_can_be_another_one() {
    Rig rig =
        new Rig(
            new FakeAgent()
                .with(
                    Statuses.alive("b", Duration.ofDays(2)),
                    Samples.rejected("c"),
                    Statuses.alive("A", Duration.ofDays(1))));
    DatabasesModel model = showing(rig);
    model.filter().set(DatabasesFilter.ALL.only(Set.copyOf(model.order().get())));
    assertThat(names(model)).containsExactly("c", "b", "A");
    model.filter().set(model.filter().get().by(DatabasesFilter.Sort.NAME));
    assertThat(names(model)).containsExactly("A", "b", "c");
    model.filter().set(model.filter().get().by(DatabasesFilter.Sort.DEADLINE));
    assertThat(names(model)).containsExactly("c", "b", "A");
    model.filter().set(model.filter().get().by(DatabasesFilter.Sort.STATE));
    assertThat(names(model)).containsExactly("c", "b", "A");
  }

  @Test
  void hosts_that_are_alike_name_their_ports() {
    DatabaseStatus one = Statuses.alive("one");
    DatabaseStatus other = at(Statuses.alive("other"), "127.0.0.1", 7001);
    DatabaseStatus third = at(Statuses.alive("third"), "127.0.0.1", 7002);
    DatabasesModel model = showing(new Rig(new FakeAgent().with(one, other, third)));
    assertThat(row(model, "other").host()).startsWith("127.0.0.1:7001 ·");
    assertThat(row(model, "third").host()).startsWith("127.0.0.1:7002 ·");
    assertThat(row(model, "one").host()).startsWith("eu1-fast-cat-4711.upstash.io ·");
  }

  private static DatabaseStatus at(DatabaseStatus status, String host, int port) {
    return StatusBuilder.like(status)
        .database(
            status
                .database()
                .edit()
                .endpoint(new Endpoint.Redis(host, port, Optional.empty(), false))
                .done())
        .done();
  }

  @Test
  void several_that_are_removed_are_all_named_and_come_back_together() {
    Rig rig = new Rig(new FakeAgent().with(Statuses.alive("shop"), Statuses.alive("blog")));
    DatabasesModel model = showing(rig);
    model.actions().remove(model.rows());
    assertThat(rig.told()).containsExactly("2 databases were removed: shop, blog.");
    rig.toasts.undo(rig.toasts.shown().getFirst());
    assertThat(rig.agent.asked).filteredOn("restore"::equals).hasSize(2);
  }
}
