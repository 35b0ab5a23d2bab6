package dev.upkeep.upstash.account;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.upstash.AccountDatabase.Plan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The memory of an account as it is kept from run to run: one entry a line, so that no account is
/// too long to be read. What cannot be read is one that is not known.
public final class AccountMemoryJson {
  private AccountMemoryJson() {}

  public static String write(AccountMemory memory) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        Json.object()
            .putIfPresent("lookedAt", memory.lookedAt().map(Instant::toString))
            .put("rejectedTold", memory.rejectedTold())
            .build()
            .write());
    memory.entries().forEach((id, entry) -> lines.append('\n').append(write(id, entry).write()));
    return lines.toString();
  }

  private static Json.Obj write(String id, AccountEntry entry) {
    return Json.object()
        .put("id", id)
        .put("name", entry.name())
        .put("place", entry.place())
        .put("state", entry.state())
        .put("plan", entry.plan().name())
        .putIfPresent("keptAs", entry.keptAs().map(UUID::toString))
        .put("ignored", entry.ignored())
        .put("toldState", entry.toldState())
        .putIfPresent("missingSince", entry.missingSince().map(Instant::toString))
        .put("goneTold", entry.goneTold())
        .put("counts", write(entry.counts()))
        .putIfPresent(
            "quota",
            entry.quota(),
            told ->
                Json.object()
                    .put("month", told.month().toString())
                    .put("level", told.level())
                    .build())
        .putIfPresent("figures", entry.figures(), AccountMemoryJson::write)
        .build();
  }

  private static Json write(CountMemory counts) {
    return Json.object()
        .putIfPresent(
            "baseline",
            counts.baseline(),
            one ->
                Json.object()
                    .put("at", one.at().toString())
                    .putIfPresent("month", one.month(), Json::of)
                    .putIfPresent("day", one.day(), Json::of)
                    .build())
        .put("verdict", counts.verdict().name())
        .putIfPresent("decidedAt", counts.decidedAt().map(Instant::toString))
        .put("still", counts.still())
        .putIfPresent("stillSince", counts.stillSince().map(Instant::toString))
        .put("told", counts.told())
        .build();
  }

  private static Json write(AccountEntry.Figures figures) {
    return Json.object()
        .put("at", figures.at().toString())
        .putIfPresent("requests", figures.requests(), Json::of)
        .putIfPresent("requestLimit", figures.requestLimit(), Json::of)
        .putIfPresent("storage", figures.storage(), Json::of)
        .putIfPresent("storageLimit", figures.storageLimit(), Json::of)
        .putIfPresent("bandwidth", figures.bandwidth(), Json::of)
        .build();
  }

  /// What was written; entries that are none are left out.
  public static AccountMemory read(String text) {
    Map<String, AccountEntry> entries = new LinkedHashMap<>();
    Json.Obj head = null;
    for (String line : text.lines().toList()) {
      try {
        Json.Obj json = Json.parse(line).asObject().orElseThrow(AccountMemoryJson::unreadable);
        if (head == null) {
          head = json;
        } else {
          entries.put(string(json, "id"), entry(json));
        }
      } catch (JsonException | IllegalArgumentException | DateTimeException unreadable) {
        if (head == null) {
          return AccountMemory.NONE;
        }
      }
    }
    return head == null
        ? AccountMemory.NONE
        : new AccountMemory(instant(head, "lookedAt"), flag(head, "rejectedTold"), entries);
  }

  private static AccountEntry entry(Json.Obj json) {
    return new AccountEntry(
        string(json, "name"),
        string(json, "place"),
        string(json, "state"),
        Plan.valueOf(string(json, "plan")),
        json.string("keptAs").map(UUID::fromString),
        flag(json, "ignored"),
        string(json, "toldState"),
        instant(json, "missingSince"),
        flag(json, "goneTold"),
        json.object("counts").map(AccountMemoryJson::counts).orElse(CountMemory.NONE),
        json.object("quota")
            .map(told ->
                new QuotaRule.Told(YearMonth.parse(string(told, "month")), count(told, "level"))),
        json.object("figures").map(AccountMemoryJson::figures));
  }

  private static CountMemory counts(Json.Obj json) {
    return new CountMemory(
        json.object("baseline")
            .map(one ->
                new Counters(
                    instant(one, "at").orElseThrow(AccountMemoryJson::unreadable),
                    one.integer("month"),
                    one.integer("day"))),
        CountVerdict.valueOf(string(json, "verdict")),
        instant(json, "decidedAt"),
        count(json, "still"),
        instant(json, "stillSince"),
        flag(json, "told"));
  }

  private static AccountEntry.Figures figures(Json.Obj json) {
    return new AccountEntry.Figures(
        instant(json, "at").orElseThrow(AccountMemoryJson::unreadable),
        json.integer("requests"),
        json.integer("requestLimit"),
        json.integer("storage"),
        json.integer("storageLimit"),
        json.integer("bandwidth"));
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("not what was written");
  }

  private static String string(Json.Obj json, String name) {
    return json.string(name).orElseThrow(AccountMemoryJson::unreadable);
  }

  private static boolean flag(Json.Obj json, String name) {
    return json.bool(name).orElse(false);
  }

  private static int count(Json.Obj json, String name) {
    return Math.toIntExact(json.integer(name).orElse(0L));
  }

  private static Optional<Instant> instant(Json.Obj json, String name) {
    return json.string(name).map(Instant::parse);
  }
}
