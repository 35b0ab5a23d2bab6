package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.FakeOffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What an account offers, over a real socket.
@Timeout(120)
final class UpstashWireTest {
  private static final UpstashAccount ACCOUNT =
      new UpstashAccount("someone@example.com", Secret.of("canary"));

  private final SampleAgent agent = new SampleAgent();
  @TempDir private Path folder;
  private Served served;

  /// What was heard, in words.
  private static final class Heard implements OfferedAdds.Listener {
    final List<String> added = Collections.synchronizedList(new ArrayList<>());
    final List<String> refused = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void added(OfferedDatabase database, Added result) {
      added.add(database.id());
    }

    @Override
    public void refused(OfferedDatabase database, Refused why) {
      refused.add(database.id() + ": " + why.reason());
    }
  }

  @BeforeEach
  void serve() throws IOException {
    served = Served.by(agent, folder);
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static List<OfferedDatabase> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> FakeOffer.offered("id-" + n, "db " + n))
        .toList();
  }

  @Test
  void ten_thousand_databases_arrive_as_they_were() throws AgentException {
    agent.offered = new UpstashOffer(Samples.ID, Samples.NOW, many(10_000), 7);
    try (ControlClient client = served.client()) {
      assertThat(client.listUpstash(ACCOUNT)).isEqualTo(agent.offered);
      assertThat(agent.calls).containsExactly(List.of("listUpstash", ACCOUNT));
    }
  }

  @Test
  void adding_and_forgetting_arrive_as_they_were_asked_for() throws AgentException {
    try (ControlClient client = served.client()) {
      Added added = client.addUpstash(Samples.ID, "id-1", true);
      client.forgetUpstash(Samples.ID);

      assertThat(added.status().database().name()).isEqualTo("id-1");
      assertThat(agent.calls)
          .containsExactly(
              List.of("addUpstash", Samples.ID, "id-1", true),
              List.of("forgetUpstash", Samples.ID));
    }
  }

  @Test
  void each_is_added_once_and_one_that_is_refused_keeps_no_other_out() throws AgentException {
    SampleAgent picky =
        new SampleAgent() {
          @Override
          public Added addUpstash(UUID id, String database, boolean untested)
              throws AgentException {
            if (database.equals("id-3")) {
              throw Refused.verbatim(Reason.TEST_FAILED, List.of("No."));
            }
            return super.addUpstash(id, database, untested);
          }
        };
    Heard heard = new Heard();

    new OfferedAdds(picky, Samples.ID, false).run(many(100), () -> false, heard);

    assertThat(heard.refused).containsExactly("id-3: TEST_FAILED");
    assertThat(heard.added)
        .containsExactlyInAnyOrderElementsOf(
            many(100).stream().map(OfferedDatabase::id).filter(id -> !id.equals("id-3")).toList());
    assertThat(picky.calls).hasSize(99);
  }

  @Test
  void several_are_added_at_a_time() throws AgentException {
    CyclicBarrier together = new CyclicBarrier(OfferedAdds.AT_ONCE);
    SampleAgent waiting =
        new SampleAgent() {
          @Override
          public Added addUpstash(UUID id, String database, boolean untested)
              throws AgentException {
            try {
              together.await();
            } catch (Exception e) {
              throw new AgentException.Gone("Nobody came along.");
            }
            return super.addUpstash(id, database, untested);
          }
        };
    Heard heard = new Heard();

    new OfferedAdds(waiting, Samples.ID, false)
        .run(many(2 * OfferedAdds.AT_ONCE), () -> false, heard);

    assertThat(heard.added).hasSize(2 * OfferedAdds.AT_ONCE);
  }

  @Test
  void an_agent_that_is_gone_ends_it_and_what_was_added_is_told() throws AgentException {
    AtomicInteger times = new AtomicInteger();
    SampleAgent dying =
        new SampleAgent() {
          @Override
          public Added addUpstash(UUID id, String database, boolean untested)
              throws AgentException {
            if (times.incrementAndGet() > 20) {
              throw new AgentException.Gone("It is gone.");
            }
            return super.addUpstash(id, database, untested);
          }
        };
    Heard heard = new Heard();

    assertThatThrownBy(
            () -> new OfferedAdds(dying, Samples.ID, false).run(many(1000), () -> false, heard))
        .isInstanceOf(AgentException.Gone.class);

    assertThat(heard.added).hasSize(20);
    assertThat(times.get()).isLessThanOrEqualTo(20 + OfferedAdds.AT_ONCE);
  }

  @Test
  void a_list_that_is_forgotten_ends_it_too() {
    SampleAgent forgetful =
        new SampleAgent() {
          @Override
          public Added addUpstash(UUID id, String database, boolean untested)
              throws AgentException {
            throw Refused.verbatim(Reason.NOT_FOUND, List.of("It is forgotten."));
          }
        };

    assertThatThrownBy(() ->
            new OfferedAdds(forgetful, Samples.ID, false).run(many(10), () -> false, new Heard()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void stopping_lets_what_is_under_way_end_and_begins_no_more() throws AgentException {
    // Several threads ask.
    AtomicBoolean begun = new AtomicBoolean();
    Heard heard = new Heard();
    new OfferedAdds(agent, Samples.ID, false).run(many(1000), () -> begun.getAndSet(true), heard);

    assertThat(heard.added).hasSize(1);
  }

  @Test
  void nothing_to_add_is_nothing_done() throws AgentException {
    new OfferedAdds(agent, Samples.ID, false).run(List.of(), () -> false, new Heard());

    assertThat(agent.calls).isEmpty();
  }
}
