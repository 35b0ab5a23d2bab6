package dev.upkeep.control.wire;

import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.List;

/// An Upstash account and what it has, on the wire.
final class UpstashJson {
  private UpstashJson() {}

  static Json.Obj account(JsonBuilder request, UpstashAccount account) {
    return request.put("email", account.email()).put("secret", account.apiKey().reveal()).build();
  }

  static UpstashAccount account(Fields json) throws WireException {
    Secret key = RequestJson.secret(json).orElseThrow(() -> Fields.unfit("secret"));
    return new UpstashAccount(json.text("email"), key);
  }

  static Json.Obj offer(UpstashOffer offer) {
    return Json.object()
        .put("id", offer.id().toString())
        .put("until", offer.until().toString())
        .put("unreadable", offer.unreadable())
        .build();
  }

  static UpstashOffer offer(Fields json) throws WireException {
    return new UpstashOffer(
        json.uuid("id"), json.instant("until"), List.of(), json.count("unreadable"));
  }

  static Json.Obj database(OfferedDatabase database) {
    return Json.object()
        .put("id", database.id())
        .put("name", database.name())
        .put("address", database.address())
        .put("region", database.region())
        .put("state", EnumWord.of(database.state()))
        .put("plan", EnumWord.of(database.plan()))
        .put("hasCredentials", database.hasCredentials())
        .putIfPresent("keptAs", database.keptAs())
        .build();
  }

  static OfferedDatabase database(Fields json) throws WireException {
    return new OfferedDatabase(
        json.text("id"),
        json.text("name"),
        json.text("address"),
        json.text("region"),
        json.word("state", OfferedDatabase.State.class),
        json.word("plan", OfferedDatabase.Plan.class),
        json.flag("hasCredentials"),
        json.optionalText("keptAs"));
  }
}
