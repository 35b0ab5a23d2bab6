package dev.upkeep.alert.webhook;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.message.ProviderReport;
import dev.upkeep.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is posted to a webhook in one request, whatever its form: for people and for programs.
///
/// @param title a short line, plain text
/// @param body a few lines, plain text
/// @param events what happened, one after the other; see [WebhookEvent]
/// @param report what the provider says itself
public record Post(
    String title, String body, List<Json.Obj> events, Optional<ProviderReport> report) {
  public Post {
    events = List.copyOf(events);
  }

  /// Everything that a bulletin tells.
  public static Post of(AlertText bulletin) {
    return new Post(
        bulletin.title(),
        bulletin.body(),
        bulletin.announcements().stream().map(WebhookEvent::of).toList(),
        bulletin.report());
  }

  /// Touches that failed in one run.
  ///
  /// @param failed at least one
  public static Post failed(List<FailedTouch> failed) {
    List<String> lines = new ArrayList<>();
    for (FailedTouch one : failed) {
      if (!lines.isEmpty()) {
        lines.add(one.summary());
      }
      lines.add(one.advice());
    }
    return new Post(
        failed.getFirst().summary(),
        String.join("\n", lines.stream().map(Post::oneLine).toList()),
        failed.stream().map(WebhookEvent::of).toList(),
        Optional.empty());
  }

  /// A message that is marked as a test, and says nothing about any database.
  ///
  /// @param label of the machine that sends it
  public static Post test(UUID event, String label, Instant at) {
    String title = "A test from Upkeep on " + label;
    return new Post(
        title,
        "Messages about your databases arrive here. Nothing is wrong.",
        List.of(WebhookEvent.test(event, label, at)),
        Optional.empty());
  }

  /// What a server or a person wrote begins no line of its own.
  private static String oneLine(String text) {
    return ChatText.oneLine(text);
  }
}
