package dev.upkeep.control.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.SampleAgent;
import dev.upkeep.control.Samples;
import dev.upkeep.control.Touched;
import dev.upkeep.control.instance.Served;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a call that is refused, that fails, or during which either side closes, and of
/// the other calls meanwhile.
@Timeout(60)
final class CallsTest {
  @TempDir private Path folder;
  private Served served;
  private ControlClient client;

  @BeforeEach
  void serve() throws IOException, AgentException {
    served = Served.by(new SampleAgent(), folder);
    client = served.client();
  }

  /// The client stays, and finds this one.
  private void serve(AgentApi next) throws IOException {
    served.close();
    served = Served.by(next, folder);
  }

  @AfterEach
  void close() {
    client.close();
    served.close();
  }

  @Test
  void a_refusal_arrives_with_its_reason_and_every_problem() throws IOException {
    AgentApi refusing =
        new SampleAgent() {
          @Override
          public void resume(Collection<UUID> databases) throws AgentException {
            throw AgentException.Refused.verbatim(Reason.NOT_FOUND, List.of("Not a.", "Not b."));
          }
        };
    serve(refusing);

    assertThatThrownBy(() -> client.resume(List.of(Samples.ID)))
        .isInstanceOfSatisfying(
            AgentException.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND);
              assertThat(refused.problems()).containsExactly("Not a.", "Not b.");
            });
  }

  @Test
  void a_fault_in_the_agent_ends_the_call_and_not_the_agent() throws Exception {
    AgentApi faulty =
        new SampleAgent() {
          @Override
          public String export() {
            throw new IllegalStateException("canary");
          }
        };
    serve(faulty);

    assertThatThrownBy(() -> client.export())
        .isInstanceOf(AgentException.Gone.class)
        .hasMessageNotContaining("canary");
    assertThat(client.settings()).isEqualTo(Samples.settings());
  }

  @Test
  void a_slow_touch_holds_nobody_else_up() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AgentApi slow =
        new SampleAgent() {
          @Override
          public List<Touched> touch(List<UUID> databases) throws AgentException {
            began.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AgentException.Gone("Interrupted.");
            }
            return super.touch(databases);
          }
        };
    serve(slow);
    Thread touching =
        Thread.ofVirtual()
            .start(() -> {
              try {
                client.touch(List.of(Samples.ID));
              } catch (AgentException e) {
                throw new IllegalStateException(e);
              }
            });
    began.await();

    assertThat(client.settings()).isEqualTo(Samples.settings());

    assertThat(touching.isAlive()).isTrue();
    end.countDown();
    touching.join();
  }

  @Test
  void a_client_that_was_closed_says_so_and_the_agent_goes_on() throws Exception {
    ControlClient other = served.client();

    other.close();

    assertThatThrownBy(other::settings).isInstanceOf(AgentException.Gone.class);
    assertThat(client.settings()).isEqualTo(Samples.settings());
  }

  @Test
  void nobody_answers_once_the_server_has_closed() {
    served.server.close();

    assertThatThrownBy(() -> client.settings())
        .isInstanceOf(AgentException.Gone.class)
        .hasMessage("No agent is running.");
    assertThat(served.place.info()).isEmpty();
  }

  @Test
  void a_request_that_closes_the_server_is_still_answered() throws Exception {
    SampleAgent stopping =
        new SampleAgent() {
          @Override
          public void stop() {
            served.server.close();
          }
        };
    serve(stopping);

    client.stop();

    assertThatThrownBy(() -> client.settings()).isInstanceOf(AgentException.Gone.class);
  }

  @Test
  void an_answer_under_way_is_finished_while_the_server_closes() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AgentApi slow =
        new SampleAgent() {
          @Override
          public String export() throws AgentException {
            began.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AgentException.Gone("Interrupted.");
            }
            return "done";
          }
        };
    serve(slow);
    var answer = new FutureTask<>(client::export);
    Thread.ofVirtual().start(answer);
    began.await();
    Thread closing = Thread.ofVirtual().start(served.server::close);
    awaitNoListener();
    end.countDown();

    assertThat(answer.get()).isEqualTo("done");
    closing.join();
  }

  private void awaitNoListener() throws IOException {
    try {
      while (true) {
        served.raw().close();
      }
    } catch (SocketException nobodyListens) {
      // That is what was waited for.
    }
  }
}
