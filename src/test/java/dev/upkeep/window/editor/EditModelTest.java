package dev.upkeep.window.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Database;
import dev.upkeep.database.Provider;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.FormRig;
import dev.upkeep.window.page.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EditModelTest {
  private final FormRig form = new FormRig(new FakeAgent().with(Statuses.alive("shop")));

  private EditModel editing(Database database) {
    EditModel model =
        new EditModel(form.surroundings(), database, () -> form.go(new Route.Databases()));
    model.start();
    return model;
  }

  private EditModel editing() {
    return editing(Statuses.database("shop"));
  }

  @Test
  void a_stored_secret_is_said_to_be_stored_and_nothing_more() {
    assertThat(editing().kept())
        .isEqualTo(
            "The password is stored in the login keyring (Secret Service) and cannot be shown."
                + " Paste a new one to replace it.");
    Database database = Statuses.database("shop");
    assertThat(editing(database.edit().secretReference(Optional.of("env:TOKEN")).done()).kept())
        .contains("env:TOKEN");
    assertThat(
            editing(database.edit().secretReference(Optional.of(Database.NO_SECRET)).done()).kept())
        .startsWith("This database asks for no password.");
  }

  @Test
  void a_password_alone_replaces_the_stored_one() {
    EditModel model = editing();

    model.text().set("n3wPassw0rd");
    assertThat(model.understood().get()).startsWith("A new password or token for eu1-fast-cat");
    model.save();

    assertThat(form.rig.agent.asked)
        .containsExactly("edit shop at eu1-fast-cat-4711.upstash.io with a secret");
    assertThat(form.visited).containsExactly(new Route.Databases());
    assertThat(form.rig.told()).containsExactly("shop was changed.");
    assertThat(model.text().get()).isEmpty();
  }

  @Test
  void a_token_with_its_name_is_the_token() {
    assertThat(Replacement.of("UPSTASH_REDIS_REST_TOKEN=AbCdEf123456789xyz"))
        .isInstanceOf(Replacement.NewSecret.class)
        .extracting(one -> ((Replacement.NewSecret) one).secret().reveal())
        .isEqualTo("AbCdEf123456789xyz");
  }

  @Test
  void another_connection_moves_it_and_the_provider_follows() {
    EditModel model = editing();

    model.text().set("redis://:pw4711@cache.example.org:6380");

    assertThat(model.understood().get())
        .startsWith("Another place: cache.example.org:6380, not encrypted.");
    assertThat(model.form().provider().get()).isEqualTo(Provider.OTHER);
    model.test();
    model.save();
    assertThat(form.rig.agent.asked)
        .containsExactly("diagnose", "edit shop at cache.example.org with a secret");
  }

  @Test
  void what_cannot_be_used_blocks_saving() {
    EditModel model = editing();

    model.text().set(FormRig.URL + "\n" + FormRig.OTHER);
    assertThat(model.problems()).containsExactly("This text holds several databases. Paste one.");
    model.save();
    model.text().set("UPSTASH_REDIS_REST_URL=https://eu1-fast-cat-4711.upstash.io");
    assertThat(model.problems()).singleElement().asString().contains("no token");
    model.save();

    assertThat(form.rig.agent.asked).isEmpty();
    model.text().set("");
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void a_refusal_stays_at_the_form_and_may_be_overruled() {
    EditModel model = editing();
    model.form().value(DefinitionForm.Field.NAME).set("renamed");
    form.rig.agent.refusing(Refused.verbatim(Refused.Reason.TEST_FAILED, List.of("No answer.")));

    model.save();
    assertThat(model.trial().verdict().get().orElseThrow().untested()).isTrue();
    assertThat(form.visited).isEmpty();

    form.rig.agent.willing();
    model.saveUntested();
    assertThat(form.rig.agent.asked)
        .endsWith("edit renamed at eu1-fast-cat-4711.upstash.io untested");
  }

  @Test
  void without_an_agent_nothing_can_be_saved_and_nothing_is_lost() {
    EditModel model = editing();
    model.text().set("n3wPassw0rd");

    form.rig.connection.set(new Connection.Lost(Statuses.NOW));

    assertThat(model.ready().get()).isFalse();
    assertThat(model.text().get()).isEqualTo("n3wPassw0rd");
  }
}
