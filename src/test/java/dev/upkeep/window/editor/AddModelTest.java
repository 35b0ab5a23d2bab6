package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.database.Pause;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.FormRig;
import dev.upkeep.window.page.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AddModelTest {
  private static final Outcome.Failed REJECTED =
      new Outcome.Failed(FailureKind.AUTH, "The password was rejected.", "Paste a new one.");

  @Test
  void a_pasted_text_is_understood_at_once_and_its_secret_is_never_repeated() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();

    model.text().set(FormRig.URL);

    assertThat(model.understood().get())
        .isEqualTo("1 database: eu1-fast-cat-4711.upstash.io, user default, TLS");
    assertThat(model.drafts()).hasSize(1);
    assertThat(model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).get())
        .isEqualTo("eu1-fast-cat-4711");
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void what_cannot_be_used_is_said_and_an_empty_box_says_nothing() {
    AddModel model = new FormRig(new FakeAgent()).adding();

    model.text().set("UPSTASH_REDIS_REST_URL=https://eu1-fast-cat-4711.upstash.io");
    assertThat(model.problems()).singleElement().asString().contains("no token");
    assertThat(model.ready().get()).isFalse();

    model.text().set("");
    assertThat(model.problems()).isEmpty();
  }

  @Test
  void a_name_that_was_given_survives_a_correction_of_the_text() {
    AddModel model = new FormRig(new FakeAgent()).adding();
    model.text().set(FormRig.URL);
    model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).set("shop");

    model.text().set(FormRig.URL.replace("s3cret", "n3wer"));

    assertThat(model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).get())
        .isEqualTo("shop");
  }

  @Test
  void a_place_that_is_kept_already_is_said_to_be() {
    AddModel model = new FormRig(new FakeAgent().with(Statuses.alive("shop"))).adding();

    model.text().set(FormRig.URL);

    assertThat(model.twin(model.drafts().getFirst())).contains("shop");
  }

  @Test
  void an_imported_database_gets_the_secret_that_it_waits_for() {
    DatabaseStatus alive = Statuses.alive("shop");
    DatabaseStatus waiting =
        StatusBuilder.of(alive.database().withPaused(Optional.of(new Pause.UntilResumed()))).done();
    FormRig form = new FormRig(new FakeAgent().with(waiting));
    AddModel model = form.adding();

    model.text().set(FormRig.URL);
    Draft draft = model.drafts().getFirst();
    assertThat(draft.fills()).as("shown before it is done").contains("shop");
    assertThat(model.twin(draft)).isEmpty();
    assertThat(draft.form().value(DefinitionForm.Field.NAME).get()).isEqualTo("shop");

    model.save();

    assertThat(form.rig.agent.asked)
        .containsExactly(
            "edit shop at eu1-fast-cat-4711.upstash.io with a secret", "resume [shop]");
  }

  @Test
  void a_test_shows_the_ladder_the_advice_and_the_certificate() {
    FormRig form =
        new FormRig(
            new FakeAgent().climbing(FormRig.steps(), FormRig.certificate()).touching(REJECTED));
    AddModel model = form.adding();
    model.text().set(FormRig.URL);

    model.test();

    ConnectionTest trial = model.drafts().getFirst().trial();
    assertThat(trial.ladder())
        .extracting(RungLine::name)
        .containsExactly("Name resolved", "Connected", "Encrypted", "Log in", "Ask with PING");
    assertThat(trial.ladder().get(1).time()).isEqualTo("21 ms");
    assertThat(trial.ladder().get(3).spoken()).isEqualTo("Log in, failed, WRONGPASS");
    ConnectionVerdict verdict = trial.verdict().get().orElseThrow();
    assertThat(verdict.sentences())
        .containsExactly(
            "The password was rejected.",
            "Paste a new one.",
            "Certificate of *.upstash.io, issued by R11: 61 days left.");
    assertThat(verdict.untested()).isTrue();
    assertThat(form.rig.agent.asked).containsExactly("diagnose");

    model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).set("another");
    assertThat(trial.verdict().get()).as("it was of something else").isEmpty();
  }

  @Test
  void a_field_that_cannot_be_used_is_told_at_the_field_and_nothing_is_asked() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);
    DefinitionForm fields = model.drafts().getFirst().form();
    fields.value(DefinitionForm.Field.NAME).set(" ");
    fields.value(DefinitionForm.Field.INTERVAL).set("often");
    fields.value(DefinitionForm.Field.WINDOW).set("9999d");
    fields.value(DefinitionForm.Field.CA_FILE).set("ca.pem");

    model.save();

    assertThat(form.rig.agent.asked).isEmpty();
    assertThat(fields.problem(DefinitionForm.Field.NAME).get()).contains("visible character");
    assertThat(fields.problem(DefinitionForm.Field.INTERVAL).get()).contains("30m");
    assertThat(fields.problem(DefinitionForm.Field.WINDOW).get())
        .isEqualTo("Give a duration from 1h to 400d.");
    assertThat(fields.problem(DefinitionForm.Field.CA_FILE).get()).contains("whole path");
    fields.value(DefinitionForm.Field.NAME).set("shop");
    assertThat(fields.problem(DefinitionForm.Field.NAME).get()).isEmpty();
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void an_interval_that_is_too_long_for_the_window_is_hinted_at() {
    AddModel model = new FormRig(new FakeAgent()).adding();
    model.text().set(FormRig.URL);
    DefinitionForm fields = model.drafts().getFirst().form();
    assertThat(fields.hint().get()).isEmpty();

    fields.value(DefinitionForm.Field.INTERVAL).set("20d");

    assertThat(fields.hint().get()).startsWith("Every 20d is too seldom for a window of 30d.");
  }

  @Test
  void the_first_database_leads_to_where_its_secret_is_and_to_the_start_at_login() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);

    model.save();

    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.SAVED);
    assertThat(model.offer().secretStore()).contains("the login keyring (Secret Service)");
    assertThat(model.offer().open().get()).isTrue();
    assertThat(model.offer().wanted().get()).isTrue();
    model.done();
    assertThat(form.rig.agent.asked).containsExactly("add eu1-fast-cat-4711", "loginStart true");
    assertThat(form.visited).containsExactly(new Route.Databases());
    assertThat(model.text().get()).isEmpty();
    assertThat(model.drafts()).isEmpty();
  }

  @Test
  void several_at_once_lead_there_as_well() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL + "\n" + FormRig.OTHER);

    model.save();

    assertThat(model.offer().open().get()).isTrue();
    model.done();
    assertThat(form.rig.agent.asked).endsWith("add eu2-slow-dog-12", "loginStart true");
  }

  @Test
  void an_offer_that_is_declined_changes_nothing() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);
    model.save();

    model.offer().wanted().set(false);
    model.done();

    assertThat(form.rig.agent.asked).containsExactly("add eu1-fast-cat-4711");
    assertThat(form.visited).hasSize(1);
  }

  @Test
  void a_system_that_does_not_let_it_is_heard_and_one_may_go_on_without() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);
    model.save();
    form.rig.agent.refusing(Refused.verbatim(Refused.Reason.SYSTEM, List.of("The disk is full.")));

    model.done();
    assertThat(model.offer().remark().get()).isEqualTo("The disk is full.");
    assertThat(form.visited).isEmpty();

    model.offer().wanted().set(false);
    model.done();
    assertThat(form.visited).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = LoginStartStatus.State.class,
      names = {"ON", "DISABLED_BY_SYSTEM", "UNAVAILABLE"})
  void no_start_at_login_is_offered_where_there_is_nothing_to_decide(LoginStartStatus.State state) {
    FakeAgent agent = new FakeAgent();
    agent.login.is(state);
    AddModel model = new FormRig(agent).adding();
    model.text().set(FormRig.URL);

    model.save();

    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.SAVED);
    assertThat(model.offer().open().get()).isFalse();
  }

  @Test
  void a_later_one_is_told_in_passing() {
    FormRig form = new FormRig(new FakeAgent().with(Statuses.alive("blog")));
    AddModel model = form.adding();
    model.text().set(FormRig.OTHER);

    model.save();

    assertThat(form.visited).containsExactly(new Route.Databases());
    assertThat(form.rig.told())
        .containsExactly(
            "eu2-slow-dog-12: Saved. Written and read back in 42 ms. Safe until 22 December.");
  }

  @Test
  void several_are_saved_one_by_one_each_with_its_name_and_result() {
    FormRig form = new FormRig(new FakeAgent().with(Statuses.alive("blog")));
    AddModel model = form.adding();
    model.text().set(FormRig.URL + "\n" + FormRig.OTHER);
    assertThat(model.understood().get()).startsWith("2 databases.");
    model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).set("");

    model.save();
    assertThat(form.rig.agent.asked).containsExactly("add eu2-slow-dog-12");
    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.PASTING);
    assertThat(model.drafts()).extracting(Draft::isSaved).containsExactly(false, true);

    model.drafts().getFirst().form().value(DefinitionForm.Field.NAME).set("shop");
    model.save();
    assertThat(form.rig.agent.asked).containsExactly("add eu2-slow-dog-12", "add shop");
    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.SAVED);
  }

  @Test
  void a_failed_test_is_no_end_one_may_save_untested() {
    FormRig form = new FormRig(new FakeAgent().with(Statuses.alive("blog")));
    AddModel model = form.adding();
    model.text().set(FormRig.OTHER);
    form.rig.agent.refusing(
        Refused.verbatim(Refused.Reason.TEST_FAILED, List.of("No answer.", "Wait.")));

    model.save();
    ConnectionVerdict verdict = model.drafts().getFirst().trial().verdict().get().orElseThrow();
    assertThat(verdict)
        .isEqualTo(new ConnectionVerdict(false, List.of("No answer.", "Wait."), true));

    form.rig.agent.willing();
    model.saveUntested(model.drafts().getFirst());
    assertThat(form.rig.agent.asked).endsWith("add eu2-slow-dog-12 untested");
    assertThat(form.rig.told()).singleElement().asString().contains("Saved untested.");
  }

  @Test
  void a_name_that_is_taken_cannot_be_saved_untested_either() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);
    form.rig.agent.refusing(
        Refused.verbatim(Refused.Reason.CONFLICT, List.of("The name is taken.")));

    model.save();

    assertThat(model.drafts().getFirst().trial().verdict().get().orElseThrow().untested())
        .isFalse();
  }

  @Test
  void nothing_is_lost_when_the_agent_goes_away() {
    FormRig form = new FormRig(new FakeAgent());
    AddModel model = form.adding();
    model.text().set(FormRig.URL);
    form.rig.agent.refusing(new AgentException.Gone("It is gone."));

    model.save();
    form.rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(model.ready().get()).isFalse();
    assertThat(model.text().get()).isEqualTo(FormRig.URL);

    form.rig.agent.willing();
    form.rig.connect();
    assertThat(model.ready().get()).isTrue();
    model.save();
    assertThat(model.stage().get()).isEqualTo(AddModel.Stage.SAVED);
  }
}
