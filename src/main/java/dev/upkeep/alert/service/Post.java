package dev.upkeep.alert.service;

import dev.upkeep.json.Json;
import java.util.List;
import java.util.Optional;

/// What is told in one message, whatever its form: for people and for programs.
///
/// @param title a short line, plain text
/// @param body a few lines, plain text
/// @param events what happened, one after the other, for programs
/// @param report what the provider says itself, for programs; the body repeats it
public record Post(
    String title, String body, Weight weight, List<Json.Obj> events, Optional<Json.Obj> report) {
  public Post {
    events = List.copyOf(events);
  }

  /// How much it matters, for services that ring louder by that.
  public enum Weight {
    LOW,
    NORMAL,
    HIGH
  }
}
