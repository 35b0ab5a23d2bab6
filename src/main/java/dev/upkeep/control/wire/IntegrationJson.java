package dev.upkeep.control.wire;

import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;

/// Outlets on the wire.
final class IntegrationJson {
  private IntegrationJson() {}

  static Json.Obj status(IntegrationStatus status) {
    return Json.object()
        .put("outlet", EnumWord.of(status.outlet()))
        .put("state", EnumWord.of(status.state()))
        .putIfPresent("host", status.host())
        .put("fromEnvironment", status.fromEnvironment())
        .putIfPresent("problem", status.problem())
        .build();
  }

  static IntegrationStatus status(Fields json) throws WireException {
    return new IntegrationStatus(
        json.word("outlet", Integration.class),
        json.word("state", IntegrationStatus.State.class),
        json.optionalText("host"),
        json.flag("fromEnvironment"),
        json.optionalText("problem"));
  }

  static Json.Obj test(IntegrationCheck test) {
    return Json.object()
        .put("outlet", EnumWord.of(test.outlet()))
        .put("delivered", test.delivered())
        .putIfPresent("status", test.status(), Json::of)
        .put("host", test.host())
        .putIfPresent("problem", test.problem())
        .build();
  }

  static IntegrationCheck test(Fields json) throws WireException {
    return new IntegrationCheck(
        json.word("outlet", Integration.class),
        json.flag("delivered"),
        json.ifPresent("status", test -> test.count("status")),
        json.text("host"),
        json.optionalText("problem"));
  }
}
