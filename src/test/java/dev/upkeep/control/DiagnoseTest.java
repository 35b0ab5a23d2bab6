package dev.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.client.ControlClient;
import dev.upkeep.control.instance.Served;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.RawClient;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A diagnosis over a real socket.
@Timeout(60)
final class DiagnoseTest {
  private static final Subject STORED = new Subject.Stored(Samples.ID);

  /// Tells one step, and goes on when it is let.
  private static final class WaitingAgent extends SampleAgent {
    final Semaphore begun = new Semaphore(0);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
      listener.step(Samples.steps().getFirst());
      begun.release();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new AgentException.Gone("Interrupted.");
      }
      listener.step(Samples.steps().getLast());
      return Samples.touches().getFirst();
    }
  }

  private final WaitingAgent agent = new WaitingAgent();
  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = Served.by(agent, folder);
  }

  @AfterEach
  void close() {
    agent.goOn.countDown();
    served.close();
  }

  @Test
  void each_rung_is_told_when_it_is_reached_and_not_at_the_end() throws AgentException {
    List<Diagnosis.Step> seen = new ArrayList<>();
    try (ControlClient client = served.client()) {
      Touch touch =
          client.diagnose(
              STORED,
              step -> {
                seen.add(step);
                // The agent waits for this: were steps kept until the end, nobody would go on.
                agent.goOn.countDown();
              });

      assertThat(seen).isEqualTo(Samples.steps());
      assertThat(touch).isEqualTo(Samples.touches().getFirst());
    }
  }

  @Test
  void what_is_not_stored_yet_arrives_with_its_secret() throws Exception {
    SampleAgent noting = new SampleAgent();
    Subject fresh =
        new Subject.Fresh(Samples.database("New"), Optional.of(Secret.of("s3cret \n🔑")));
    Subject changed = new Subject.Changed(Samples.fullDatabase("Other"), Optional.empty());
    try (Served other = Served.by(noting, folder.resolve("other"));
        ControlClient client = other.client()) {
      client.diagnose(fresh, step -> {});
      client.diagnose(changed, step -> {});

      assertThat(client.secretTrouble()).contains(Sentence.verbatim(Samples.FOREIGN));
      assertThat(noting.calls)
          .containsExactly(
              List.of("diagnose", fresh), List.of("diagnose", changed), List.of("secretTrouble"));
    }
  }

  @Test
  void a_refusal_arrives_as_one() throws Exception {
    SampleAgent refusing =
        new SampleAgent() {
          @Override
          public Touch diagnose(Subject subject, Diagnosis.Listener listener)
              throws AgentException {
            throw Refused.verbatim(Reason.NOT_FOUND, List.of("There is no such database."));
          }
        };
    try (Served other = Served.by(refusing, folder.resolve("other"));
        ControlClient client = other.client()) {
      assertThatThrownBy(() -> client.diagnose(STORED, step -> {}))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    }
  }

  @Test
  void more_at_once_than_there_are_touches_are_refused_and_later_welcome() throws Exception {
    List<FutureTask<Touch>> visits = new ArrayList<>();
    try (ControlClient client = served.client()) {
      for (int n = 0; n < 16; n++) {
        FutureTask<Touch> visit = new FutureTask<>(() -> client.diagnose(STORED, step -> {}));
        Thread.ofVirtual().start(visit);
        visits.add(visit);
      }
      agent.begun.acquire(16);

      assertThatThrownBy(() -> client.diagnose(STORED, step -> {}))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT));

      agent.goOn.countDown();
      for (FutureTask<Touch> visit : visits) {
        assertThat(visit.get()).isEqualTo(Samples.touches().getFirst());
      }
      assertThat(client.diagnose(STORED, step -> {})).isEqualTo(Samples.touches().getFirst());
    }
  }

  @Test
  void a_client_that_leaves_halfway_holds_up_nobody() throws Exception {
    try (RawClient leaving = served.raw()) {
      leaving.send(RawClient.HELLO + new ControlRequest.Diagnose(STORED).line() + "\n");
      assertThat(leaving.line()).contains("hello");
      assertThat(leaving.line()).contains("step");
    }
    agent.goOn.countDown();
    served.awaitNoConnections();

    try (ControlClient client = served.client()) {
      assertThat(client.diagnose(STORED, step -> {})).isEqualTo(Samples.touches().getFirst());
    }
  }
}
