package dev.upkeep.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.window.link.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IntegrationFieldTest {
  private static final String URL = "https://hooks.slack.com/services/c4n4ry";

  private final Rig rig = new Rig(new FakeAgent());
  private final IntegrationField webhook = field(rig);

  private static IntegrationField field(Rig rig) {
    return new IntegrationField(Integration.WEBHOOK, IntegrationText.WEBHOOK_HELP, rig, rig.texts);
  }

  private void start() {
    webhook.start();
    rig.connect();
    rig.agent.asked.clear();
  }

  private static IntegrationStatus set(boolean fromEnvironment) {
    return new IntegrationStatus(
        Integration.WEBHOOK,
        IntegrationStatus.State.SET,
        Optional.of("hooks.example.com"),
        fromEnvironment,
        Optional.empty());
  }

  @Test
  void nothing_can_be_set_before_the_agent_is_there() {
    webhook.start();
    assertThat(webhook.usable().get()).isFalse();
    assertThat(webhook.changeable().get()).isFalse();
    assertThat(webhook.note().get()).startsWith("Posts what you are told");

    rig.connect();

    assertThat(webhook.changeable().get()).isTrue();
    assertThat(webhook.note().get()).endsWith("Not set.");
  }

  @Test
  void an_address_that_was_taken_is_gone_from_the_field_and_its_host_is_said() {
    start();
    webhook.typed().set(" " + URL + " ");
    webhook.commit();

    assertThat(rig.agent.asked).containsExactly("change webhook");
    assertThat(webhook.typed().get()).isEmpty();
    assertThat(webhook.set().get()).isTrue();
    assertThat(webhook.note().get()).endsWith("Goes to hooks.slack.com.").doesNotContain("c4n4ry");
  }

  @Test
  void an_address_is_not_called_stored_while_it_still_stands_in_the_field() {
    start();
    webhook.typed().set(URL);
    List<String> seen = new ArrayList<>();
    rig.meanwhile(() -> {
      rig.change(new Change.Outlet(set(false)));
      seen.add(webhook.note().get());
    });
    webhook.commit();

    assertThat(seen).singleElement().asString().endsWith("Not set.");
    assertThat(webhook.typed().get()).isEmpty();
    assertThat(webhook.note().get()).contains("Goes to");
  }

  @Test
  void an_empty_field_changes_nothing() {
    start();
    webhook.commit();
    webhook.typed().set("  ");
    webhook.commit();

    assertThat(rig.agent.asked).isEmpty();
  }

  @Test
  void what_is_refused_stays_typed_with_the_reason_until_it_is_corrected() {
    start();
    rig.agent.refusing(
        Refused.verbatim(Refused.Reason.INVALID, List.of("This is not a web address.")));
    webhook.typed().set("nonsense");
    webhook.commit();

    assertThat(webhook.typed().get()).isEqualTo("nonsense");
    assertThat(webhook.problem().get()).isEqualTo("This is not a web address.");
    webhook.typed().set("nonsens");
    assertThat(webhook.problem().get()).isEmpty();
    assertThat(webhook.giveUp()).isTrue();
    assertThat(webhook.giveUp()).isFalse();
  }

  @Test
  void a_test_says_at_the_field_what_came_back() {
    rig.agent.outlets.urls.put(Integration.WEBHOOK, Secret.of(URL));
    start();
    webhook.test();
    assertThat(webhook.note().get()).endsWith("The test arrived: hooks.example.com answered 204.");

    rig.agent.outlets.answering(
        new IntegrationCheck(
            Integration.WEBHOOK,
            false,
            Optional.empty(),
            "hooks.example.com",
            Optional.empty(),
            Optional.of("hooks.example.com answered with an error (404)")));
    webhook.test();
    assertThat(webhook.problem().get())
        .isEqualTo("The test did not arrive: hooks.example.com answered with an error (404).");
    assertThat(webhook.note().get()).endsWith("Goes to hooks.slack.com.");
  }

  @Test
  void a_test_of_what_is_typed_stores_it_first() {
    start();
    webhook.typed().set(URL);
    webhook.test();

    assertThat(rig.agent.asked).containsExactly("change webhook", "test webhook");
  }

  @Test
  void an_address_that_is_refused_is_not_tested() {
    start();
    rig.agent.refusing(
        Refused.verbatim(Refused.Reason.INVALID, List.of("This is not a web address.")));
    webhook.typed().set("nonsense");
    webhook.test();
    rig.agent.willing();
    webhook.typed().set(URL);
    webhook.commit();

    assertThat(rig.agent.asked).containsExactly("change webhook", "change webhook");
  }

  @Test
  void it_is_removed() {
    start();
    rig.change(new Change.Outlet(set(false)));
    assertThat(webhook.set().get()).isTrue();

    webhook.remove();

    assertThat(rig.agent.asked).containsExactly("change webhook to nothing");
    assertThat(webhook.set().get()).isFalse();
  }

  @Test
  void what_the_environment_gives_can_be_tested_and_not_changed() {
    start();
    rig.change(new Change.Outlet(set(true)));

    assertThat(webhook.changeable().get()).isFalse();
    assertThat(webhook.usable().get()).isTrue();
    assertThat(webhook.note().get()).endsWith("as UPKEEP_WEBHOOK_URL says.");
  }

  @Test
  void that_nothing_arrives_is_said_at_the_field() {
    start();
    rig.change(
        new Change.Outlet(
            new IntegrationStatus(
                Integration.WEBHOOK,
                IntegrationStatus.State.SET,
                Optional.of("hooks.example.com"),
                false,
                Optional.of(
                    Sentence.verbatim("The last delivery failed: hooks.example.com is gone.")))));

    assertThat(webhook.problem().get()).endsWith("hooks.example.com is gone.");
  }

  @Test
  void news_of_the_other_one_is_not_shown() {
    start();
    rig.change(
        new Change.Outlet(
            new IntegrationStatus(
                Integration.HEARTBEAT,
                IntegrationStatus.State.SET,
                Optional.of("hc-ping.com"),
                false,
                Optional.empty())));

    assertThat(webhook.set().get()).isFalse();
  }

  @Test
  void a_locked_keychain_is_said_in_both_languages() {
    IntegrationStatus unknown =
        new IntegrationStatus(
            Integration.WEBHOOK,
            IntegrationStatus.State.UNKNOWN,
            Optional.empty(),
            false,
            Optional.of(Sentence.verbatim("The keychain is locked.")));
    start();
    rig.change(new Change.Outlet(unknown));
    assertThat(webhook.note().get()).endsWith("is not known: The keychain is locked.");

    Rig german = new Rig(new FakeAgent(), Locale.GERMANY);
    IntegrationField feld = field(german);
    feld.start();
    german.connect();
    german.change(new Change.Outlet(unknown));
    assertThat(feld.note().get()).endsWith("ist nicht bekannt: The keychain is locked.");
  }
}
