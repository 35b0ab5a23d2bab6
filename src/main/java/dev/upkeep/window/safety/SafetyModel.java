package dev.upkeep.window.safety;

import dev.upkeep.window.link.AgentView;
import dev.upkeep.window.page.WindowTime;
import dev.upkeep.window.safety.SafetyPicture.Absence;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The picture as it is now, for the absence that a person tries. Drawn anew only while it is seen.
final class SafetyModel {
  /// What is tried first: a holiday.
  static final Absence FIRST = new Absence.Days(14);

  private static final Duration BEAT = Duration.ofMinutes(1);

  private final AgentView agent;
  private final Texts texts;
  private final WindowTime time;
  private final ObjectProperty<Absence> absence = new SimpleObjectProperty<>(FIRST);
  private final ReadOnlyObjectWrapper<Optional<SafetyPicture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<WindowTime.Waiting> beat = Optional.empty();

  SafetyModel(AgentView agent, Texts texts, WindowTime time) {
    this.agent = agent;
    this.texts = texts;
    this.time = time;
  }

  void start() {
    agent.snapshot().addListener((_, _, _) -> refreshIfSeen());
    absence.addListener((_, _, _) -> refreshIfSeen());
  }

  /// It is seen from now on.
  void show() {
    if (beat.isEmpty()) {
      beat = Optional.of(time.timer().every(BEAT, this::refresh));
    }
    refresh();
  }

  /// It is seen no more.
  void hide() {
    beat.ifPresent(WindowTime.Waiting::close);
    beat = Optional.empty();
  }

  /// How long this computer is off.
  ObjectProperty<Absence> absence() {
    return absence;
  }

  /// Empty until the agent was seen.
  ReadOnlyObjectProperty<Optional<SafetyPicture>> picture() {
    return picture.getReadOnlyProperty();
  }

  /// What is said at this moment.
  SafetyWords words() {
    return new SafetyWords(time.moments(texts));
  }

  /// Takes over what a person has written.
  ///
  /// @return false if it is no time of the axis
  boolean write(String text) {
    Optional<Absence> read = new AbsenceReader(time.moments(texts)).read(text);
    read.ifPresent(absence::set);
    return read.isPresent();
  }

  private void refreshIfSeen() {
    if (beat.isPresent()) {
      refresh();
    }
  }

  private void refresh() {
    picture.set(
        agent
            .snapshot()
            .get()
            .map(seen -> SafetyPicture.of(seen, time.clock().instant(), absence.get())));
  }
}
