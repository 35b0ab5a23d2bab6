package dev.upkeep.alert.webhook;

import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.AlertEvent;
import dev.upkeep.database.EnumWord;
import dev.upkeep.history.Topic;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.UtcText;
import java.time.Instant;
import java.util.UUID;

/// One event in the JSON form, for programs. The README lists its members: some may be added, none
/// will be renamed. Names and messages are as they are; whoever shows them escapes them.
final class WebhookEvent {
  private WebhookEvent() {}

  static Json.Obj of(Announcement one) {
    JsonBuilder json =
        event(event(one.topic()).word(), one.event(), one.at())
            .put("databaseId", one.subject().id().toString())
            .put("database", one.subject().name())
            .put("host", one.subject().host())
            .put("provider", one.subject().provider())
            .put("since", UtcText.of(one.since()));
    if (one.cause() != one.topic()) {
      json.put("cause", event(one.cause()).word());
    }
    if (one.failures() > 0) {
      json.put("failures", one.failures());
    }
    one.trouble()
        .ifPresent(wrong ->
            json.put("kind", wrong.kind().name())
                .put("message", wrong.message().english())
                .put("advice", wrong.advice().english()));
    one.news()
        .ifPresent(news ->
            json.put("message", news.title().english() + ".").put("advice", news.text().english()));
    return json.putIfPresent("safeUntil", one.safeUntil().map(UtcText::of))
        .put("margin", EnumWord.dashed(one.level()))
        .put("offline", one.offline())
        .build();
  }

  /// A touch of `upkeep ping`, which keeps no names for its events.
  static Json.Obj of(FailedTouch failed) {
    return Json.object()
        .put("event", "touch.failed")
        .put("at", UtcText.of(failed.at()))
        .put("database", failed.database())
        .put("host", failed.host())
        .put("kind", failed.kind().name())
        .put("message", failed.message())
        .put("advice", failed.advice())
        .build();
  }

  static Json.Obj test(UUID event, String label, Instant at) {
    return event("test", event, at).put("label", label).build();
  }

  private static JsonBuilder event(String name, UUID id, Instant at) {
    return Json.object().put("event", name).put("id", id.toString()).put("at", UtcText.of(at));
  }

  /// What a topic is called outside.
  static AlertEvent event(Topic topic) {
    return switch (topic) {
      case DOWN -> AlertEvent.DOWN;
      case RECOVERED -> AlertEvent.RECOVERED;
      case CREDENTIALS -> AlertEvent.CREDENTIALS;
      case ARCHIVED -> AlertEvent.MISSING;
      case MARGIN -> AlertEvent.MARGIN;
      case REMINDER -> AlertEvent.REMINDER;
      case SECRET -> AlertEvent.SECRET;
      case FULL -> AlertEvent.FULL;
      case CERTIFICATE -> AlertEvent.CERTIFICATE;
      case ACCOUNT -> AlertEvent.ACCOUNT;
    };
  }
}
