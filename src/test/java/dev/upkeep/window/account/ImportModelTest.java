package dev.upkeep.window.account;

import static dev.upkeep.testing.FakeOffer.KEY;
import static dev.upkeep.testing.FakeOffer.kept;
import static dev.upkeep.testing.FakeOffer.offered;
import static dev.upkeep.testing.FakeOffer.suspended;
import static dev.upkeep.testing.FakeOffer.withoutCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.FakeOffer;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.FormRig;
import dev.upkeep.window.page.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImportModelTest {
  private static final String EMAIL = "someone@example.com";

  private final FakeAgent agent = new FakeAgent();
  private final FormRig form = new FormRig(agent);
  private final ImportModel model = form.importing();

  private ImportModel listing(OfferedDatabase... databases) {
    agent.offer.of(databases);
    model.start();
    model.email().set(" " + EMAIL + " ");
    model.key().set(KEY + "\n");
    model.list();
    return model;
  }

  private List<OfferRow.Phase> phases() {
    return model.rows().shown().stream().map(row -> row.phase().get()).toList();
  }

  @Test
  void an_account_is_needed_and_both_halves_of_it() {
    model.start();
    assertThat(model.ready().get()).isFalse();

    model.email().set(EMAIL);
    assertThat(model.ready().get()).isFalse();
    model.list();
    assertThat(agent.asked).isEmpty();

    model.key().set(KEY);
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void an_account_is_linked_only_if_that_was_wanted_and_can_be_unlinked() {
    model.start();
    model.email().set(EMAIL);
    model.key().set(KEY);
    model.list();
    assertThat(agent.asked).noneMatch(one -> one.startsWith("link"));

    model.again();
    agent.account =
        new LinkedAccount(
            Optional.of(Instant.EPOCH),
            KeyRights.READ_ONLY,
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            0);
    model.key().set(KEY);
    model.link().set(true);
    model.list();
    assertThat(agent.asked).contains("link " + EMAIL + " probed");
    assertThat(model.linked().get()).isTrue();
    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.CHOOSING);

    model.unlink();
    assertThat(agent.asked).contains("unlink");
    assertThat(model.linked().get()).isFalse();
  }

  @Test
  void what_is_listed_shows_what_can_be_added_and_lets_the_key_go() {
    listing(
        offered("1", "shop"),
        kept("2", "blog", "my blog"),
        suspended("3", "old"),
        withoutCredentials("4", "team"));

    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.CHOOSING);
    assertThat(model.key().get()).isEmpty();
    assertThat(agent.offer.accounts.getFirst().email()).isEqualTo(EMAIL);
    assertThat(agent.offer.accounts.getFirst().apiKey().reveal()).isEqualTo(KEY);
    assertThat(model.summary().get()).isEqualTo("4 databases in this account.");
    assertThat(model.rows().shown()).map(OfferRow::open).containsExactly(true, false, true, false);
    assertThat(model.rows().shown())
        .as("what serves and is not kept is chosen at first")
        .map(OfferRow::isToBeAdded)
        .containsExactly(true, false, false, false);
    assertThat(model.rows().chosen().get()).isEqualTo(1);
    assertThat(model.rows().hasPaid()).isTrue();
    assertThat(model.rows().many()).isFalse();
  }

  @Test
  void entries_that_could_not_be_understood_are_said() {
    agent.offer.unreadable(2);
    listing(offered("1", "shop"));

    assertThat(model.summary().get())
        .isEqualTo(
            "1 database in this account. 2 more could not be understood; add by connection text.");
  }

  @Test
  void a_refusal_is_said_and_what_was_typed_stays_to_be_corrected() {
    agent.offer.refusing(Refused.verbatim(Refused.Reason.INVALID, List.of("Not accepted.")));
    listing();

    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.ASKING);
    assertThat(model.problem().get()).isEqualTo("Not accepted.");
    assertThat(model.key().get()).isNotEmpty();
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void the_chosen_ones_are_added_and_each_says_how_that_went() {
    listing(offered("1", "shop"), offered("2", "blog"), suspended("3", "old"));
    model.rows().shown().get(1).chosen().set(false);

    model.add();

    assertThat(agent.asked).containsExactly("list " + EMAIL, "add shop");
    assertThat(phases())
        .containsExactly(OfferRow.Phase.ADDED, OfferRow.Phase.OFFERED, OfferRow.Phase.OFFERED);
    assertThat(model.rows().shown().getFirst().sentences())
        .containsExactly("Saved. Written and read back in 42 ms. Safe until 22 December.");
    assertThat(model.summary().get()).isEqualTo("1 database added.");
    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.CHOOSING);
    assertThat(model.rows().chosen().get()).as("what is added is not added again").isZero();
    model.add();
    assertThat(agent.asked).hasSize(2);
  }

  @Test
  void a_failed_test_keeps_no_other_out_and_may_be_stored_all_the_same() {
    listing(offered("1", "shop"));
    agent.refusing(Refused.verbatim(Refused.Reason.TEST_FAILED, List.of("No answer.", "Wait.")));

    model.add();

    assertThat(phases()).containsExactly(OfferRow.Phase.FAILED);
    assertThat(model.rows().shown().getFirst().sentences()).containsExactly("No answer.", "Wait.");
    assertThat(model.summary().get()).isEqualTo("0 of 1 added.");
    assertThat(model.rows().untested().get()).isEqualTo(1);
    assertThat(model.rows().chosen().get()).as("it may be tried again").isEqualTo(1);

    agent.willing();
    model.addUntested();
    assertThat(agent.asked).endsWith("add shop untested");
    assertThat(phases()).containsExactly(OfferRow.Phase.ADDED);
    assertThat(model.rows().untested().get()).isZero();
  }

  @Test
  void what_fails_for_another_reason_cannot_be_stored_untested() {
    listing(offered("1", "shop"));
    agent.refusing(Refused.verbatim(Refused.Reason.SECRET_STORE, List.of("It is locked.")));

    model.add();

    assertThat(model.rows().untested().get()).isZero();
  }

  @Test
  void an_agent_that_is_gone_is_said_and_what_was_not_added_is_offered_still() {
    listing(offered("1", "shop"));
    agent.refusing(new AgentException.Gone("It is gone."));

    model.add();

    assertThat(model.problem().get()).isNotEmpty();
    assertThat(phases()).containsExactly(OfferRow.Phase.OFFERED);
    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.CHOOSING);
    form.rig.connection.set(new Connection.Lost(Statuses.NOW));
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void a_list_that_was_forgotten_leads_back_to_the_account() {
    listing(offered("1", "shop"));
    agent.offer.expire();

    model.add();

    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.ASKING);
    assertThat(model.problem().get()).contains("forgotten");
    assertThat(model.email().get()).contains(EMAIL);
    assertThat(model.ready().get()).as("the key is asked for again").isFalse();
  }

  @Test
  void stopping_begins_no_more_and_gives_back_what_was_not_begun() {
    OfferedDatabase[] many =
        IntStream.range(0, 50)
            .mapToObj(n -> offered("" + n, "db " + n))
            .toArray(OfferedDatabase[]::new);
    listing(many);
    // The first result stops it, as a person would.
    model
        .rows()
        .shown()
        .forEach(row ->
            row.phase()
                .addListener((_, _, now) -> {
                  if (now == OfferRow.Phase.ADDED) {
                    model.stop();
                  }
                }));

    model.add();

    assertThat(phases()).contains(OfferRow.Phase.ADDED).doesNotContain(OfferRow.Phase.WAITING);
    long added = phases().stream().filter(OfferRow.Phase.ADDED::equals).count();
    assertThat(agent.asked).hasSize((int) added + 1);
    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.CHOOSING);
  }

  @Test
  void among_ten_thousand_one_is_found_and_chosen() {
    agent.offer.of(IntStream.range(0, 10_000).mapToObj(n -> offered("" + n, "db " + n)).toList());
    model.start();
    model.email().set(EMAIL);
    model.key().set(KEY);
    model.list();
    assertThat(model.rows().many()).isTrue();
    model.rows().choose(false);
    assertThat(model.rows().chosen().get()).isZero();

    model.rows().filter().set(" DB 9999 ");
    assertThat(model.rows().shown()).hasSize(1);
    model.rows().choose(true);
    assertThat(model.rows().chosen().get()).isEqualTo(1);
    model.rows().filter().set("eu1-123.");
    assertThat(model.rows().shown()).map(row -> row.database().name()).containsExactly("db 123");

    model.add();
    assertThat(agent.asked).containsExactly("list " + EMAIL, "add db 9999");
  }

  @Test
  void another_account_has_the_agent_forget_this_one() {
    listing(offered("1", "shop"));

    model.again();

    assertThat(agent.offer.forgotten).hasSize(1);
    assertThat(model.rows().shown()).isEmpty();
    assertThat(model.stage().get()).isEqualTo(ImportModel.Stage.ASKING);
  }

  @Test
  void the_end_leads_to_what_is_kept_now() {
    listing(offered("1", "shop"));
    model.add();

    model.done();

    assertThat(agent.offer.forgotten).hasSize(1);
    assertThat(form.visited).containsExactly(new Route.Databases());
  }

  @Test
  void a_row_is_fit_to_be_printed() {
    listing(FakeOffer.offered("1", "shop"));

    assertThat(model.rows().shown().toString()).doesNotContain(KEY, "pw-");
  }

  @Test
  void the_first_databases_lead_to_where_their_secrets_are_and_to_the_start_at_login() {
    listing(offered("1", "shop"), offered("2", "blog"));
    assertThat(model.firstAdded().get()).isFalse();

    model.add();

    assertThat(model.firstAdded().get()).isTrue();
    assertThat(model.login().secretStore()).contains("the login keyring (Secret Service)");
    assertThat(model.login().open().get()).isTrue();
    assertThat(form.visited).isEmpty();
    model.done();
    assertThat(agent.asked).contains("add shop", "add blog").endsWith("loginStart true");
    assertThat(form.visited).containsExactly(new Route.Databases());
    assertThat(model.firstAdded().get()).isFalse();
  }

  @Test
  void where_databases_are_kept_already_nothing_is_left_to_decide() {
    agent.with(Statuses.alive("blog"));
    form.rig.connect();
    listing(offered("1", "shop"));

    model.add();
    model.done();

    assertThat(agent.asked).endsWith("add shop");
    assertThat(form.visited).containsExactly(new Route.Databases());
  }

  @Test
  void only_what_was_added_is_a_first_one_and_what_was_declined_is_not_offered_again() {
    listing(offered("1", "shop"), offered("2", "blog"));
    model.rows().shown().getLast().chosen().set(false);
    agent.refusing(Refused.verbatim(Refused.Reason.TEST_FAILED, List.of("No answer.", "Wait.")));
    model.add();
    assertThat(model.firstAdded().get()).isFalse();

    agent.willing();
    model.addUntested();
    assertThat(model.firstAdded().get()).isTrue();
    model.login().wanted().set(false);
    model.rows().shown().getLast().chosen().set(true);
    model.add();
    assertThat(model.login().wanted().get()).isFalse();
    model.done();

    assertThat(agent.asked).endsWith("add shop untested", "add blog");
  }
}
