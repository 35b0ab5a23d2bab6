package dev.upkeep.alert;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Queued;
import dev.upkeep.history.Topic;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SentenceJson;
import dev.upkeep.touch.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Announcements as they wait in the outbox. Only Upkeep reads this, perhaps a newer one.
final class AnnouncementJson {
  private AnnouncementJson() {}

  static String write(Announcement one) {
    return Json.object()
        .put("name", one.subject().name())
        .put("host", one.subject().host())
        .put("provider", one.subject().provider())
        .put("topic", one.topic().name())
        .put("cause", one.cause().name())
        .put("since", one.since().toString())
        .put("failures", one.failures())
        .putIfPresent("trouble", one.trouble(), AnnouncementJson::wrong)
        .putIfPresent("safeUntil", one.safeUntil().map(Instant::toString))
        .put("level", one.level().name())
        .put("offline", one.offline())
        .putIfPresent("news", one.news(), AnnouncementJson::news)
        .build()
        .write();
  }

  private static Json wrong(Announcement.Wrong wrong) {
    return Json.object()
        .put("kind", wrong.kind().name())
        .put("message", SentenceJson.write(wrong.message()))
        .put("advice", SentenceJson.write(wrong.advice()))
        .build();
  }

  /// What was queued; empty when it is not what any version has written.
  static Optional<Announcement> read(Queued row) {
    try {
      return Json.parse(row.payload()).asObject().map(json -> read(row, json));
    } catch (JsonException | IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Announcement read(Queued row, Json.Obj json) {
    return new Announcement(
        row.event(),
        new AlertSubject(
            row.database(), text(json, "name"), text(json, "host"), text(json, "provider")),
        Topic.valueOf(text(json, "topic")),
        Topic.valueOf(text(json, "cause")),
        row.created(),
        Instant.parse(text(json, "since")),
        Math.toIntExact(json.integer("failures").orElse(0L)),
        json.object("trouble").map(AnnouncementJson::wrong),
        json.string("safeUntil").map(Instant::parse),
        Margin.Level.valueOf(text(json, "level")),
        json.bool("offline").orElse(false),
        json.object("news").map(AnnouncementJson::news));
  }

  private static Json news(Announcement.News news) {
    return Json.object()
        .put("title", SentenceJson.write(news.title()))
        .put("text", SentenceJson.write(news.text()))
        .put("urgent", news.urgent())
        .putIfPresent("offered", news.offered())
        .build();
  }

  private static Announcement.News news(Json.Obj json) {
    return new Announcement.News(
        sentence(json, "title"),
        sentence(json, "text"),
        json.bool("urgent").orElse(false),
        json.string("offered"));
  }

  private static Announcement.Wrong wrong(Json.Obj json) {
    return new Announcement.Wrong(
        FailureKind.valueOf(text(json, "kind")),
        sentence(json, "message"),
        sentence(json, "advice"));
  }

  private static Sentence sentence(Json.Obj json, String name) {
    return json.get(name)
        .flatMap(SentenceJson::read)
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  private static String text(Json.Obj json, String name) {
    return json.string(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
  }
}
