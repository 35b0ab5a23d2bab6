package dev.upkeep.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// An agent's thread and a wall clock under the test's control. Timers run on the time that the
/// computer was awake; the wall clock also goes on in its sleep, and can be set.
public final class VirtualTime implements AgentThread, InstantSource {
  public record Task(Duration at, long order, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
  private Instant wall;
  private Duration awake = Duration.ZERO;
  private Duration longestWait = Duration.ZERO;
  private long order;

  public VirtualTime(Instant wall) {
    this.wall = wall;
  }

  @Override
  public Instant instant() {
    return wall;
  }

  @Override
  public void execute(Runnable task) {
    later(Duration.ZERO, task);
  }

  @Override
  public Wake after(Duration delay, Runnable task) {
    assertThat(delay).as("a wait").isPositive();
    longestWait = longestWait.compareTo(delay) < 0 ? delay : longestWait;
    Task added = later(delay, task);
    return () -> tasks.remove(added);
  }

  /// Not a wait of the scheduler's own, such as the time that a touch takes.
  public Task later(Duration delay, Runnable work) {
    Task task = new Task(awake.plus(delay), order++, work);
    tasks.add(task);
    return task;
  }

  /// The longest time that anybody asked to wait.
  Duration longestWait() {
    return longestWait;
  }

  /// How long the computer was awake in all.
  public Duration awake() {
    return awake;
  }

  /// Time passes, and what is due in it runs.
  public void pass(Duration time) {
    Duration end = awake.plus(time);
    while (!tasks.isEmpty() && tasks.element().at().compareTo(end) <= 0) {
      Task task = tasks.remove();
      moveTo(task.at());
      task.work().run();
    }
    moveTo(end);
  }

  /// Runs what is due now.
  public void settle() {
    pass(Duration.ZERO);
  }

  /// The computer sleeps: the wall clock goes on, and timers stand still.
  public void sleep(Duration time) {
    wall = wall.plus(time);
  }

  /// Somebody sets the clock.
  public void set(Instant newWall) {
    wall = newWall;
  }

  private void moveTo(Duration newAwake) {
    wall = wall.plus(newAwake.minus(awake));
    awake = newAwake;
  }
}
