package dev.upkeep.control.wire;

import dev.upkeep.control.Outlet;
import dev.upkeep.control.OutletStatus;
import dev.upkeep.control.OutletTest;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;

/// Outlets on the wire.
final class OutletJson {
  private OutletJson() {}

  static Json.Obj status(OutletStatus status) {
    return Json.object()
        .put("outlet", EnumWord.of(status.outlet()))
        .put("state", EnumWord.of(status.state()))
        .putIfPresent("host", status.host())
        .put("fromEnvironment", status.fromEnvironment())
        .putIfPresent("problem", status.problem())
        .build();
  }

  static OutletStatus status(Fields json) throws WireException {
    return new OutletStatus(
        json.word("outlet", Outlet.class),
        json.word("state", OutletStatus.State.class),
        json.optionalText("host"),
        json.flag("fromEnvironment"),
        json.optionalText("problem"));
  }

  static Json.Obj test(OutletTest test) {
    return Json.object()
        .put("outlet", EnumWord.of(test.outlet()))
        .put("delivered", test.delivered())
        .putIfPresent("status", test.status(), Json::of)
        .put("host", test.host())
        .putIfPresent("problem", test.problem())
        .build();
  }

  static OutletTest test(Fields json) throws WireException {
    return new OutletTest(
        json.word("outlet", Outlet.class),
        json.flag("delivered"),
        json.ifPresent("status", test -> test.count("status")),
        json.text("host"),
        json.optionalText("problem"));
  }
}
