package dev.upkeep.window.databases;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.page.Route;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.words.Screen;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was removed and can be brought back. Its definition, tags and history wait; its secret is
/// asked for once.
final class RemovedModel {
  private final PageContext surroundings;
  private final ReadOnlyObjectWrapper<List<RemovedDatabase>> waiting =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean asking;
  private boolean again;

  RemovedModel(PageContext surroundings) {
    this.surroundings = surroundings;
  }

  void start() {
    surroundings
        .agent()
        .connection()
        .addListener((_, _, now) -> {
          if (now instanceof Connection.Connected) {
            ask();
          }
        });
    surroundings.agent().onChange(this::changed);
    if (surroundings.agent().connection().get() instanceof Connection.Connected) {
      ask();
    }
  }

  /// The latest first.
  ReadOnlyObjectProperty<List<RemovedDatabase>> waiting() {
    return waiting.getReadOnlyProperty();
  }

  private void changed(Change change) {
    switch (change) {
      case Change.Removed _ -> ask();
      case Change.Database(DatabaseStatus status) -> {
        boolean back =
            waiting.get().stream()
                .anyMatch(one -> one.database().id().equals(status.database().id()));
        if (back) {
          ask();
        }
      }
      case Change.Reordered _, Change.TouchEnded _, Change.HealthChanged _ -> {}
      case Change.Agent _, Change.Settings _, Change.Outlet _, Change.Wanted _ -> {}
    }
  }

  /// One question at a time: two hundred that are removed together are asked for twice.
  private void ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    surroundings.agent().ask(AgentApi::removed, this::answered, (AgentException _) -> ended());
  }

  private void answered(List<RemovedDatabase> now) {
    waiting.set(now);
    ended();
  }

  private void ended() {
    asking = false;
    if (again) {
      again = false;
      ask();
    }
  }

  String name(RemovedDatabase removed) {
    return Screen.clean(removed.database().name());
  }

  /// Since when, and how long it waits.
  String said(RemovedDatabase removed) {
    TimeWords moments = surroundings.time().moments(surroundings.texts());
    return surroundings
        .texts()
        .say(
            DatabasesText.REMOVED_WHEN,
            moments.past(removed.at()),
            moments.date(removed.at().plus(RemovedDatabase.KEPT)));
  }

  void bringBack(RemovedDatabase removed) {
    surroundings
        .agent()
        .ask(
            api -> api.restore(removed.database().id()),
            back -> tell(removed, back),
            surroundings.toasts()::warn);
  }

  private void tell(RemovedDatabase removed, DatabaseStatus back) {
    String before = name(removed);
    String now = Screen.clean(back.database().name());
    surroundings
        .toasts()
        .tell(
            now.equals(before)
                ? surroundings.texts().say(DatabasesText.RESTORED, 1, now)
                : surroundings.texts().say(DatabasesText.RESTORED_AS, before, now));
    Duration since = Duration.between(removed.at(), surroundings.time().clock().instant());
    boolean lacksSecret =
        back.database().secretReference().isEmpty() && since.compareTo(AgentApi.RESTORABLE) >= 0;
    if (lacksSecret && surroundings.navigator().offers(Route.Edit.class)) {
      surroundings.toasts().tell(surroundings.texts().say(DatabasesText.RESTORED_BARE, now));
      surroundings.navigator().go(new Route.Edit(back.database().id()));
    }
  }
}
