package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.intake.Clip;
import dev.upkeep.window.intake.Gathered;
import dev.upkeep.window.intake.Gathered.Piece;
import dev.upkeep.window.page.FormRig;
import dev.upkeep.window.page.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is dropped as files, on the way to being kept.
final class GatheredFindsTest {
  private static Piece piece(String project, String text) {
    return new Piece(project, ConnectionText.read(text).found());
  }

  private static Gathered gathered(Piece... pieces) {
    return new Gathered(List.of(pieces), List.of(), pieces.length, 0, false);
  }

  private static final Gathered TWO =
      gathered(
          piece("shop", "REDIS_URL=" + FormRig.URL),
          piece("blog", "SESSIONS_REDIS_URL=" + FormRig.OTHER));

  private static List<String> names(AddModel model) {
    return model.drafts().stream()
        .map(draft -> draft.form().value(DefinitionForm.Field.NAME).get())
        .toList();
  }

  @Test
  void names_come_from_project_and_variable() {
    AddModel model = new FormRig(new FakeAgent()).adding();

    model.take(TWO);

    assertThat(names(model)).containsExactly("shop", "blog-sessions");
    assertThat(model.understood().get())
        .isEqualTo("2 databases in 2 files. Each is tested, then kept.");
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void a_name_that_is_taken_gets_a_number() {
    AddModel model = new FormRig(new FakeAgent().with(elsewhere("shop"))).adding();

    model.take(TWO);

    assertThat(names(model)).contains("shop-2");
  }

  private static DatabaseStatus elsewhere(String name) {
    return StatusBuilder.like(Statuses.alive(name))
        .database(
            Statuses.database(name)
                .edit()
                .endpoint(new Endpoint.Redis("other.upstash.io", 6379, Optional.empty(), true))
                .done())
        .done();
  }

  @Test
  void what_is_kept_already_is_marked_and_one_save_keeps_the_rest() {
    FormRig form = new FormRig(new FakeAgent().with(Statuses.alive("known")));
    AddModel model = form.adding();

    model.take(TWO);
    assertThat(model.understood().get())
        .contains("1 of them is kept already and is left as before.");
    assertThat(model.isKept(model.drafts().getFirst())).isTrue();
    model.save();

    assertThat(form.rig.agent.asked.stream().filter(one -> one.startsWith("add "))).hasSize(1);
    assertThat(form.visited).containsExactly(new Route.Databases());
    assertThat(form.rig.told()).singleElement().asString().startsWith("blog-sessions");
  }

  @Test
  void where_all_are_kept_there_is_nothing_to_save() {
    AddModel model = new FormRig(new FakeAgent().with(Statuses.alive("known"))).adding();

    model.take(gathered(piece("shop", FormRig.URL)));

    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void a_place_in_several_files_is_there_once_with_its_first_project() {
    AddModel model = new FormRig(new FakeAgent()).adding();

    model.take(gathered(piece("shop", FormRig.URL), piece("copy-of-shop", FormRig.URL)));
    model.take(gathered(piece("third", FormRig.URL)));

    assertThat(names(model)).containsExactly("shop");
  }

  @Test
  void one_can_be_left_out_and_what_failed_stays() {
    FormRig form =
        new FormRig(
            new FakeAgent()
                .touching(
                    new Outcome.Failed(FailureKind.AUTH, "The password was rejected.", "Paste.")));
    AddModel model = form.adding();
    model.take(TWO);

    model.leaveOut(model.drafts().getFirst());

    assertThat(names(model)).containsExactly("blog-sessions");
    model.take(gathered());
    assertThat(names(model)).as("it stays left out").containsExactly("blog-sessions");
  }

  @Test
  void a_round_says_how_far_it_is_and_can_be_stopped() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.take(TWO);
    ArrayList<String> seen = new ArrayList<>();
    model
        .round()
        .progress()
        .addListener(
            (_, _, now) -> seen.add(now.map(it -> it.done() + "/" + it.all()).orElse("-")));
    form.rig.meanwhile(model.round()::stop);

    model.save();

    assertThat(form.rig.agent.asked.stream().filter(one -> one.startsWith("add "))).hasSize(1);
    assertThat(seen).containsExactly("0/2", "-");
    assertThat(model.ready().get()).as("the other waits").isTrue();
    model.save();
    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.SAVED);
  }

  @Test
  void giving_it_up_forgets_what_was_found() {
    AddModel model = new FormRig(new FakeAgent()).adding();
    model.take(TWO);

    model.clear();

    assertThat(model.drafts()).isEmpty();
    assertThat(model.understood().get()).isEmpty();
  }

  @Test
  void what_was_cut_or_not_readable_is_said() {
    AddModel model = new FormRig(new FakeAgent()).adding();

    model.take(new Gathered(List.of(piece("shop", FormRig.URL)), List.of(), 200, 3, true));

    assertThat(model.understood().get())
        .contains(
            "1 database in 200 files", "3 files and folders could not be read", "There was more");
  }

  @Test
  void a_pasted_text_takes_the_place_of_the_one_before() {
    AddModel model = new FormRig(new FakeAgent()).adding();
    model.text().set(FormRig.OTHER);

    model.take(new Clip(FormRig.URL));

    assertThat(model.text().get()).isEqualTo(FormRig.URL);
    assertThat(model.drafts()).hasSize(1);
  }
}
