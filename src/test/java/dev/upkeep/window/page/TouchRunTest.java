package dev.upkeep.window.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Touched;
import dev.upkeep.testing.Statuses;
import dev.upkeep.touch.Timings;
import dev.upkeep.touch.Touch;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.link.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

final class TouchRunTest {
  private final Answering agent = new Answering();
  private final TouchRun run = new TouchRun(agent);
  private final List<TouchRun.Result> ended = new ArrayList<>();
  private final List<UUID> many = IntStream.range(0, 40).mapToObj(i -> new UUID(0, i)).toList();

  TouchRunTest() {
    run.onEnd(ended::add);
  }

  @Test
  void it_says_how_far_it_is_and_asks_for_a_few_at_a_time() {
    run.start(many);
    assertThat(agent.waiting).hasSize(TouchRun.AT_ONCE);
    assertThat(run.progress().get()).contains(new TouchRun.Progress(0, 40));
    agent.answer(37);
    assertThat(run.progress().get()).contains(new TouchRun.Progress(37, 40));
    agent.answer(3);
    assertThat(run.progress().get()).isEmpty();
    assertThat(ended)
        .singleElement()
        .satisfies(result -> {
          assertThat(result.touched()).hasSize(40);
          assertThat(result.left()).isZero();
        });
  }

  @Test
  void once_stopped_it_asks_for_no_more_and_says_how_many_are_left() {
    run.start(many);
    agent.answer(4);
    run.stop();
    assertThat(run.progress().get()).isEmpty();
    int asked = agent.asked;
    agent.answer(agent.waiting.size());
    assertThat(agent.asked).isEqualTo(asked);
    assertThat(ended)
        .singleElement()
        .satisfies(result -> {
          assertThat(result.touched()).hasSize(4);
          assertThat(result.left()).isEqualTo(36);
        });
  }

  @Test
  void one_run_at_a_time_and_the_next_after_it() {
    run.start(many.subList(0, 2));
    run.start(many);
    assertThat(agent.asked).isEqualTo(2);
    agent.answer(2);
    run.start(many.subList(2, 3));
    agent.answer(1);
    assertThat(ended).hasSize(2);
  }

  @Test
  void one_that_was_removed_meanwhile_ends_nothing() {
    run.start(many.subList(0, 2));
    agent.refuse(Refused.verbatim(Refused.Reason.NOT_FOUND, List.of("It is gone.")));
    agent.answer(1);
    assertThat(ended)
        .singleElement()
        .satisfies(result -> {
          assertThat(result.touched()).hasSize(1);
          assertThat(result.trouble()).isEmpty();
        });
  }

  @Test
  void an_agent_that_is_gone_ends_it_once() {
    run.start(many);
    agent.refuse(new AgentException.Gone("Gone."));
    agent.refuse(new AgentException.Gone("Gone."));
    assertThat(ended).singleElement().satisfies(result -> assertThat(result.trouble()).isPresent());
    assertThat(run.progress().get()).isEmpty();
  }

  @Test
  void answers_that_come_at_once_are_no_deep_stack() {
    agent.atOnce = true;
    run.start(IntStream.range(0, 20_000).mapToObj(i -> new UUID(1, i)).toList());
    assertThat(ended)
        .singleElement()
        .satisfies(result -> assertThat(result.touched()).hasSize(20_000));
  }

  /// Answers when a test says so.
  private static final class Answering implements AgentView {
    private record Question(Runnable answer, Consumer<AgentException> refuse) {}

    private final List<Question> waiting = new ArrayList<>();
    private int asked;
    private boolean atOnce;

    void answer(int count) {
      for (int i = 0; i < count; i++) {
        waiting.removeFirst().answer().run();
      }
    }

    void refuse(AgentException e) {
      waiting.removeFirst().refuse().accept(e);
    }

    @Override
    @SuppressWarnings("unchecked") // a run asks for touches alone
    public <T> void ask(
        AgentView.Question<T> question, Consumer<T> answered, Consumer<AgentException> refused) {
      asked++;
      List<Touched> one =
          List.of(
              new Touched(
                  new UUID(0, 0),
                  new Touch(Statuses.NOW, Samples.alive(42), 1, Timings.NONE, Optional.empty())));
      waiting.add(new Question(() -> answered.accept((T) one), refused));
      if (atOnce) {
        answer(1);
      }
    }

    @Override
    public ReadOnlyObjectProperty<Connection> connection() {
      return new ReadOnlyObjectWrapper<Connection>(new Connection.Connected())
          .getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Snapshot>> snapshot() {
      return new ReadOnlyObjectWrapper<>(Optional.<Snapshot>empty()).getReadOnlyProperty();
    }

    @Override
    public void onChange(Consumer<Change> listener) {}

    @Override
    public void later(Runnable told) {
      told.run();
    }
  }
}
