package dev.upkeep.control.server;

import java.time.Duration;

/// What the server puts up with.
///
/// @param line how long a hello may take from connecting on, and any other line from its first byte
/// @param answer how long a client may take to read an answer
/// @param grace how long answers may take that are under way when the server closes
/// @param connections at most at once
/// @param room how long a client waits for another to leave before it is turned away; calls are
///   short, so a crowd is over soon
/// @param backlog how many changes a watcher may fall behind
public record Limits(
    Duration line, Duration answer, Duration grace, int connections, Duration room, int backlog) {
  static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          256,
          Duration.ofSeconds(1),
          4096);
}
