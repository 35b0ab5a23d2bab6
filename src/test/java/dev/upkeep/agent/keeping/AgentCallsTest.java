package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.control.AgentException.Gone;
import dev.upkeep.schedule.AgentThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever is told that the agent did not answer can believe that it did not act either.
@Timeout(60)
final class AgentCallsTest {
  @Test
  void a_question_that_was_given_up_is_never_asked() {
    List<Runnable> queue = new ArrayList<>();
    AgentCalls calls = new AgentCalls(queued(queue));
    List<String> done = new ArrayList<>();

    assertThatExceptionOfType(Gone.class)
        .isThrownBy(() -> calls.ask(() -> done.add("late"), Duration.ofMillis(1)));
    queue.forEach(Runnable::run);

    assertThat(done).isEmpty();
  }

  @Test
  void a_question_that_has_begun_is_waited_for() throws Exception {
    try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor()) {
      AgentCalls calls = new AgentCalls(AgentThread.of(executor));

      String answer =
          calls.ask(
              () -> {
                pause(Duration.ofMillis(200));
                return "done";
              },
              Duration.ofMillis(20));

      assertThat(answer).isEqualTo("done");
    }
  }

  @Test
  void an_interrupted_caller_withdraws_what_has_not_begun_and_stays_interrupted() {
    List<Runnable> queue = new ArrayList<>();
    AgentCalls calls = new AgentCalls(queued(queue));
    List<String> done = new ArrayList<>();
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(Gone.class).isThrownBy(() -> calls.ask(() -> done.add("late")));
    queue.forEach(Runnable::run);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).isEmpty();
  }

  /// The question itself takes its time; nobody waits for anything with it.
  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static AgentThread queued(List<Runnable> queue) {
    return new AgentThread() {
      @Override
      public void execute(Runnable task) {
        queue.add(task);
      }

      @Override
      public Wake after(Duration delay, Runnable task) {
        throw new AssertionError("nothing waits here");
      }
    };
  }
}
