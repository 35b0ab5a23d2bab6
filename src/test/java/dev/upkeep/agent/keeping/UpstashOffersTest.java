package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.schedule.VirtualTime;
import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountDatabase.Access;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountDatabase.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UpstashOffersTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = new VirtualTime(START);
  private final UpstashOffers offers = new UpstashOffers(time, time);

  private static AccountDatabase database(String id) {
    Endpoint.Redis address =
        new Endpoint.Redis(id + ".upstash.io", 6379, Optional.of("default"), true);
    return new AccountDatabase(
        id,
        id,
        "",
        State.ACTIVE,
        Plan.FREE,
        address,
        Optional.of(new Access(address, Secret.of("pw"))));
  }

  private void assertForgotten(UUID offer) {
    Refused refused = catchThrowableOfType(Refused.class, () -> offers.find(offer, "a"));
    assertThat(refused).as("it is forgotten").isNotNull();
    assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND);
  }

  @Test
  void an_offer_is_kept_for_as_long_as_it_says() throws Refused {
    UpstashOffers.Ticket ticket = offers.keep(List.of(database("a"), database("b")));
    assertThat(ticket.until()).isEqualTo(START.plus(UpstashOffers.KEPT));

    time.pass(UpstashOffers.KEPT.minusSeconds(1));
    assertThat(offers.find(ticket.id(), "b")).isEqualTo(database("b"));

    time.pass(Duration.ofSeconds(2));
    assertForgotten(ticket.id());
  }

  @Test
  void time_in_which_the_computer_slept_counts_too() {
    UpstashOffers.Ticket ticket = offers.keep(List.of(database("a")));

    time.sleep(UpstashOffers.KEPT);

    assertForgotten(ticket.id());
  }

  @Test
  void a_clock_that_is_set_back_brings_nothing_back() {
    UpstashOffers.Ticket ticket = offers.keep(List.of(database("a")));

    time.pass(UpstashOffers.KEPT);
    time.set(START);

    assertForgotten(ticket.id());
  }

  @Test
  void what_is_forgotten_or_was_never_there_is_told_so() {
    UpstashOffers.Ticket one = offers.keep(List.of(database("a")));
    UpstashOffers.Ticket other = offers.keep(List.of(database("b")));
    offers.forget(one.id());
    offers.forget(UUID.randomUUID());

    assertForgotten(one.id());
    assertForgotten(other.id());
    assertForgotten(UUID.randomUUID());
  }

  @Test
  void whoever_lists_for_ever_keeps_no_more_than_a_few() throws Refused {
    List<UpstashOffers.Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < UpstashOffers.MOST + 3; i++) {
      tickets.add(offers.keep(List.of(database("a"))));
    }

    for (int i = 0; i < 3; i++) {
      assertForgotten(tickets.get(i).id());
    }
    for (UpstashOffers.Ticket ticket : tickets.subList(3, tickets.size())) {
      assertThat(offers.find(ticket.id(), "a")).isEqualTo(database("a"));
    }
  }

  @Test
  void at_the_end_everything_is_forgotten() {
    UpstashOffers.Ticket ticket = offers.keep(List.of(database("a")));

    offers.forgetAll();

    assertForgotten(ticket.id());
  }
}
