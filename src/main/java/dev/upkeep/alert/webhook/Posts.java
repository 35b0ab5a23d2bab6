package dev.upkeep.alert.webhook;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.AlertEvent;
import dev.upkeep.alert.service.ChatText;
import dev.upkeep.alert.service.Post;
import dev.upkeep.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes messages of what there is to tell. Pure.
public final class Posts {
  private Posts() {}

  /// Everything that a bulletin tells.
  public static Post of(AlertText bulletin) {
    return new Post(
        bulletin.title(),
        bulletin.todo().isEmpty() ? bulletin.body() : bulletin.body() + "\n" + bulletin.todo(),
        switch (bulletin.urgency()) {
          case LOW -> Post.Weight.LOW;
          case NORMAL -> Post.Weight.NORMAL;
          case HIGH -> Post.Weight.HIGH;
        },
        bulletin.announcements().stream().map(WebhookEvent::of).toList(),
        bulletin
            .report()
            .map(report ->
                Json.object()
                    .put("provider", report.provider())
                    .put("text", report.text())
                    .build()));
  }

  /// What an announcement is called where people choose what they want to hear.
  public static AlertEvent event(Announcement one) {
    return WebhookEvent.event(one.topic());
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
    // What a server or a person wrote begins no line of its own.
    return new Post(
        failed.getFirst().summary(),
        String.join("\n", lines.stream().map(ChatText::oneLine).toList()),
        Post.Weight.NORMAL,
        failed.stream().map(WebhookEvent::of).toList(),
        Optional.empty());
  }

  /// A message that is marked as a test, and says nothing about any database.
  ///
  /// @param label of the machine that sends it
  public static Post test(UUID event, String label, Instant at) {
    return new Post(
        "A test from Upkeep on " + label,
        "Messages about your databases arrive here. Nothing is wrong.",
        Post.Weight.NORMAL,
        List.of(WebhookEvent.test(event, label, at)),
        Optional.empty());
  }
}
