package dev.upkeep.cli.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A person who types or pastes what the test says.
public class FakeTerminal implements Terminal {
  private final Deque<String> lines;

  /// Whether all lines but the last come in one paste.
  boolean pasted;

  /// How many lines were typed where they can be seen.
  public int shown;

  public FakeTerminal(String... lines) {
    this.lines = new ArrayDeque<>(List.of(lines));
  }

  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public boolean showsTyping() {
    return false;
  }

  @Override
  public Optional<String> readLine() {
    shown++;
    return Optional.ofNullable(lines.poll());
  }

  @Override
  public Optional<String> readHidden() {
    return Optional.ofNullable(lines.poll());
  }

  @Override
  public boolean wasWaiting() {
    return pasted && !lines.isEmpty();
  }
}
