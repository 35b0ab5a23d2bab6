package dev.upkeep.window.page;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Touched;
import dev.upkeep.window.link.AgentView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Touches several databases now: a request for each, a few at a time, so that people see how far
/// it is and can stop it. One run at a time; belongs to the window's thread.
public final class TouchRun {
  /// As many as the agent touches at a time.
  static final int AT_ONCE = 16;

  private final AgentView agent;
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Consumer<Result> ended = _ -> {};
  private Optional<Running> now = Optional.empty();

  /// Nothing runs yet.
  public TouchRun(AgentView agent) {
    this.agent = agent;
  }

  /// How far it is.
  public record Progress(int done, int all) {}

  /// What came of it.
  ///
  /// @param left how many were not touched, because it was stopped
  /// @param trouble why the agent could not be asked
  public record Result(List<Touched> touched, int left, Optional<AgentException> trouble) {
    public Result {
      touched = List.copyOf(touched);
    }
  }

  /// Empty while nothing runs.
  public ReadOnlyObjectProperty<Optional<Progress>> progress() {
    return progress.getReadOnlyProperty();
  }

  /// Who hears what came of each run.
  public void onEnd(Consumer<Result> listener) {
    ended = listener;
  }

  /// Begins, unless another run is under way.
  public void start(List<UUID> databases) {
    if (now.isEmpty() && !databases.isEmpty()) {
      Running running = new Running(databases);
      now = Optional.of(running);
      running.goOn();
    }
  }

  /// Touches no more of them. Those that are being touched end by themselves.
  public void stop() {
    now.ifPresent(Running::end);
  }

  private final class Running {
    private final Queue<UUID> waiting;
    private final int all;
    private final List<Touched> touched = new ArrayList<>();
    private Optional<AgentException> trouble = Optional.empty();
    private int asked;
    private int done;
    private boolean going;

    Running(List<UUID> databases) {
      waiting = new ArrayDeque<>(databases);
      all = databases.size();
    }

    void goOn() {
      // An answer may come before asking returns, and leads here again.
      if (going) {
        return;
      }
      going = true;
      while (asked < AT_ONCE && !waiting.isEmpty() && isNow()) {
        ask(waiting.remove());
      }
      going = false;
      if (isNow()) {
        if (done == all) {
          end();
        } else {
          progress.set(Optional.of(new Progress(done, all)));
        }
      }
    }

    private void ask(UUID database) {
      asked++;
      agent.ask(
          api -> api.touch(List.of(database)),
          one -> {
            touched.addAll(one);
            answered();
          },
          e -> {
            // Of one that was removed meanwhile there is nothing to tell.
            if (e instanceof AgentException.Refused) {
              answered();
            } else if (isNow()) {
              trouble = Optional.of(e);
              end();
            }
          });
    }

    private void answered() {
      asked--;
      done++;
      if (isNow()) {
        goOn();
      }
    }

    private boolean isNow() {
      return now.filter(this::equals).isPresent();
    }

    void end() {
      now = Optional.empty();
      progress.set(Optional.empty());
      ended.accept(new Result(touched, all - done, trouble));
    }
  }
}
