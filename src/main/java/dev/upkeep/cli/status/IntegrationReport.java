package dev.upkeep.cli.status;

import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.EnumWord;
import dev.upkeep.json.Json;
import dev.upkeep.language.Sentence;

/// Webhook and heartbeat in words and as JSON, without their addresses.
public final class IntegrationReport {
  private IntegrationReport() {}

  /// `set (hooks.slack.com)`.
  public static String text(IntegrationStatus status) {
    return status.text() + status.problem().map(problem -> ". " + problem).orElse("");
  }

  /// `Webhook: set (hooks.slack.com)`.
  static String line(IntegrationStatus status) {
    String word = status.outlet().word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + ": " + text(status);
  }

  public static String text(IntegrationCheck test) {
    String form =
        test.form()
            .map(word ->
                " The address looks like one of "
                    + word
                    + ": upkeep settings "
                    + test.outlet().word()
                    + ".form "
                    + word
                    + " tells it in that form.")
            .orElse("");
    return (test.delivered()
            ? "Delivered: "
                + test.host()
                + " answered "
                + test.status().map(String::valueOf).orElse("?")
                + "."
            : "Not delivered: " + test.problem().orElse("?") + ".")
        + form;
  }

  /// In the form of a setting, with more.
  public static Json.Obj json(IntegrationStatus status) {
    return Json.object()
        .put("key", status.outlet().urlKey())
        .put("value", status.text())
        .put("state", EnumWord.of(status.state()))
        .putIfPresent("host", status.host())
        .put("fromEnvironment", status.fromEnvironment())
        .putIfPresent("problem", status.problem().map(Sentence::english))
        .build();
  }

  public static Json.Obj json(IntegrationCheck test) {
    return Json.object()
        .put("key", test.outlet().testKey())
        .put("delivered", test.delivered())
        .putIfPresent("status", test.status(), Json::of)
        .put("host", test.host())
        .putIfPresent("form", test.form())
        .putIfPresent("problem", test.problem())
        .build();
  }
}
