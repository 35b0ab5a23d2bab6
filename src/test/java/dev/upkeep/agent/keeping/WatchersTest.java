package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.Change;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Watcher;
import dev.upkeep.testing.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WatchersTest {
  private final List<String> told = new ArrayList<>();
  private final Watchers watchers = new Watchers(() -> told.add("one has gone"));

  @Test
  void who_goes_is_noticed_once() {
    Subscription window = watchers.add(watcher(() -> {}), Statuses.snapshot());

    window.close();
    window.close();
    watchers.tell(new Change.Wanted(Optional.empty()));

    assertThat(told).containsExactly("snapshot", "one has gone");
  }

  @Test
  void one_that_fails_is_told_nothing_more_and_has_gone() {
    Subscription _ =
        watchers.add(
            watcher(() -> {
              throw new IllegalStateException("made to fail");
            }),
            Statuses.snapshot());

    watchers.tell(new Change.Wanted(Optional.empty()));
    watchers.tell(new Change.Wanted(Optional.empty()));

    assertThat(told).containsExactly("snapshot", "changed", "one has gone");
  }

  private Watcher watcher(Runnable onChange) {
    return new Watcher() {
      @Override
      public void snapshot(Snapshot snapshot) {
        told.add("snapshot");
      }

      @Override
      public void changed(Change change) {
        told.add("changed");
        onChange.run();
      }

      @Override
      public void ended(String reason) {
        told.add("ended");
      }
    };
  }
}
