package dev.upkeep.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Change;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.link.Rig;
import org.junit.jupiter.api.Test;

final class SettingsModelTest {
  private final Rig rig = new Rig(new FakeAgent());
  private final SettingsModel model = new SettingsModel(rig, rig.texts, rig.toasts);
  private final SettingField after = model.field("alert.after");

  private void start() {
    model.start();
    rig.connect();
  }

  private void type(SettingField field, String text) {
    field.text().set(text);
    model.commit(field.key());
  }

  @Test
  void nothing_can_be_changed_before_the_agent_is_there() {
    model.start();
    assertThat(model.usable().get()).isFalse();

    rig.connect();

    assertThat(model.usable().get()).isTrue();
    assertThat(after.text().get()).isEqualTo("3");
  }

  @Test
  void a_change_is_applied_at_once_and_shown_as_the_agent_writes_it() {
    start();

    type(model.field("interval"), " 90M ");

    assertThat(rig.agent.asked).containsExactly("set {interval= 90M }");
    assertThat(model.field("interval").text().get())
        .isEqualTo(rig.agent.settings.view().values().get("interval"))
        .isEqualTo("1h30m");
  }

  @Test
  void what_is_left_as_it_was_asks_nobody() {
    start();

    type(after, " 3 ");

    assertThat(rig.agent.asked).isEmpty();
    assertThat(after.text().get()).isEqualTo("3");
  }

  @Test
  void what_is_refused_stays_typed_with_the_reason_until_it_is_corrected() {
    start();

    type(after, "many");
    assertThat(after.problem().get()).isEqualTo("Give a whole number from 1 to 100.");
    assertThat(after.text().get()).isEqualTo("many");

    type(after, "5");
    assertThat(after.problem().get()).isEmpty();
    assertThat(rig.agent.settings.view().values()).containsEntry("alert.after", "5");
  }

  @Test
  void giving_up_shows_what_the_agent_has() {
    start();
    type(after, "many");

    assertThat(model.giveUp()).isTrue();

    assertThat(after.text().get()).isEqualTo("3");
    assertThat(after.problem().get()).isEmpty();
    assertThat(model.giveUp()).isFalse();
  }

  @Test
  void one_change_follows_another_on_the_revision_that_it_made() {
    start();

    type(after, "5");
    type(model.field("alert.reminders"), "2");

    assertThat(rig.agent.settings.view().values())
        .containsEntry("alert.after", "5")
        .containsEntry("alert.reminders", "2");
  }

  @Test
  void a_database_that_changed_meanwhile_is_no_conflict() {
    start();
    rig.agent.settings.databaseChanged();

    type(after, "5");

    assertThat(rig.agent.settings.view().values()).containsEntry("alert.after", "5");
    assertThat(after.problem().get()).isEmpty();
  }

  @Test
  void a_conflict_reloads_says_so_and_keeps_what_was_typed() throws Exception {
    start();
    rig.agent.settings.elsewhere("alert.after", "7");
    rig.agent.settings.elsewhere("alert.reminders", "9");

    type(after, "5");

    assertThat(after.problem().get()).contains("changed elsewhere");
    assertThat(after.text().get()).isEqualTo("5");
    assertThat(model.field("alert.reminders").text().get()).isEqualTo("9");
    assertThat(rig.agent.settings.view().values()).containsEntry("alert.after", "7");

    model.commit("alert.after");
    assertThat(rig.agent.settings.view().values()).containsEntry("alert.after", "5");
  }

  @Test
  void what_others_set_is_shown_but_never_over_what_is_being_typed() throws Exception {
    start();
    after.text().set("1");
    rig.agent.settings.elsewhere("alert.reminders", "9");

    rig.change(new Change.Settings(rig.agent.settings.view()));

    assertThat(model.field("alert.reminders").text().get()).isEqualTo("9");
    assertThat(after.text().get()).isEqualTo("1");
  }
}
