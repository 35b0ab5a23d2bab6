package dev.upkeep.window.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.Mark;
import dev.upkeep.control.Snapshot;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.link.NoStarter;
import dev.upkeep.window.link.Rig;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.page.TouchRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ShellModelTest {
  private final NoStarter starter = new NoStarter();
  private final Rig rig =
      new Rig(new FakeAgent().with(Statuses.alive("shop"), Statuses.alive("blog")));
  private final ShellModel model = model();

  private ShellModel model() {
    ShellModel made =
        new ShellModel(
            rig,
            rig.texts,
            rig.time,
            rig.toasts,
            new TouchRun(rig),
            starter,
            Runnable::run,
            Runnable::run);
    made.start();
    return made;
  }

  private List<String> banners() {
    return model.banners().stream().map(Banner::text).toList();
  }

  private String headline(Snapshot snapshot) {
    rig.see(snapshot);
    return model.headline().get().text();
  }

  @Test
  void one_sentence_answers_whether_everything_is_safe_and_until_when() {
    rig.connect();

    assertThat(model.headline().get())
        .isEqualTo(
            Headline.plain(
                Mark.ALIVE, "2 databases alive. Nearest deadline 22 December. Next touch in 2 h."));
    assertThat(headline(Samples.three()))
        .isEqualTo(
            "1 of 3 databases alive, 1 failing, 1 paused. Look at staging first. Nearest deadline 3"
                + " December."
                + " Next touch in 12 min.");
    assertThat(headline(Statuses.snapshot())).isEqualTo("No databases yet.");
  }

  @Test
  void a_missing_agent_is_a_banner_that_starts_one_and_goes_by_itself() {
    rig.connect();
    rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(banners())
        .singleElement()
        .asString()
        .startsWith("Upkeep has not answered in the background since");
    assertThat(model.canTouchAll().get()).isFalse();

    model.banners().getFirst().action().orElseThrow().run().run();
    assertThat(starter.asked).containsExactly("start");
    assertThat(model.banners().getFirst().action()).as("not started twice").isEmpty();

    rig.connect();
    assertThat(banners()).isEmpty();
  }

  @Test
  void while_the_agent_is_gone_no_next_touch_is_promised() {
    rig.connect();
    rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(model.headline().get().text())
        .isEqualTo("2 databases alive. Nearest deadline 22 December.");

    rig.connect();
    assertThat(model.headline().get().text()).endsWith("Next touch in 2 h.");
  }

  @Test
  void another_version_offers_to_restart_the_agent() {
    rig.connection.set(new Connection.OtherVersion(9));

    model.banners().getFirst().action().orElseThrow().run().run();

    assertThat(starter.asked).containsExactly("restart");
  }

  @Test
  void an_agent_that_was_given_a_passphrase_is_not_started_without_it() {
    Snapshot seen = Samples.three();
    rig.agent.seeing(new Snapshot(Statuses.dependent(seen.agent()), seen.databases()));
    rig.connect();

    rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(banners()).singleElement().asString().contains("the way it was started");
    assertThat(model.banners().getFirst().action()).isEmpty();

    rig.connection.set(new Connection.OtherVersion(9));
    assertThat(banners()).singleElement().asString().contains("the way it was started");
    assertThat(model.banners().getFirst().action()).isEmpty();
  }

  @Test
  void what_the_agent_wants_known_is_shown() {
    AgentInfo plain = Statuses.agent(true);
    rig.agent.seeing(
        new Snapshot(
            new AgentInfo(
                plain.version(),
                plain.pid(),
                plain.startedAt(),
                plain.profile(),
                plain.label(),
                true,
                true,
                true,
                plain.defaultInterval(),
                plain.secretStore(),
                Optional.of(Sentence.verbatim("The keychain is locked.")),
                List.of(Sentence.verbatim("The history was begun anew.")),
                Optional.empty(),
                Optional.empty()),
            List.of()));
    rig.connect();

    assertThat(banners()).containsExactly("The keychain is locked.", "The history was begun anew.");
  }

  @Test
  void touching_all_tells_how_many_did_not_succeed() {
    rig.connect();

    model.touchAll();
    rig.agent.touching(new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait."));
    model.touchAll();

    assertThat(rig.told())
        .containsExactly("2 databases touched, all alive.", "2 of 2 touches did not succeed.");
    assertThat(rig.agent.asked).contains("touch [shop]", "touch [blog]");
  }

  @Test
  void those_that_did_not_succeed_are_shown_on_a_click() {
    List<Route> places = new ArrayList<>();
    model.leads(places::add);
    rig.connect();
    rig.agent.touching(new Outcome.Failed(FailureKind.TIMEOUT, "No answer.", "Wait."));
    model.touchAll();
    rig.toasts.act(rig.toasts.shown().getFirst());
    assertThat(places)
        .containsExactly(
            new Route.Unsuccessful(
                rig.agent.seen().databases().stream()
                    .map(status -> status.database().id())
                    .collect(Collectors.toSet())));
  }

  @Test
  void the_headline_names_the_database_to_act_on_and_leads_there() {
    Snapshot three = Samples.three();
    rig.see(three);
    assertThat(model.headline().get().first())
        .isEqualTo(
            three.databases().stream()
                .filter(status -> status.database().name().equals("staging"))
                .map(status -> status.database().id())
                .findFirst());
  }
}
