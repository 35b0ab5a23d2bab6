package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Outlook;
import dev.upkeep.json.Json;
import dev.upkeep.touch.TouchForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells what becomes of databases while this computer keeps none: sentences, or an object each.
final class OutlookReport {
  private final Upkeep upkeep;

  OutlookReport(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  /// @param until when this computer is back; empty for never
  void tell(List<DatabaseStatus> databases, Optional<Instant> until) {
    Outlook outlook = Outlook.of(databases, until);
    Console console = upkeep.console();
    if (upkeep.json()) {
      outlook.entries().forEach(entry -> console.out().println(json(entry, until).write()));
      return;
    }
    OutlookText text = new OutlookText(outlook, console.when());
    until.ifPresentOrElse(
        back -> console.say(text.ifOff(back)), () -> text.forEver().forEach(console::say));
  }

  private static Json.Obj json(Outlook.Entry entry, Optional<Instant> until) {
    return Json.object()
        .put("type", "outlook")
        .put("id", entry.status().database().id().toString())
        .put("database", entry.status().database().name())
        .put("fate", TouchReportJson.name(entry.fate()))
        .putIfPresent("until", until.map(Words::instant))
        .putIfPresent("safeUntil", entry.safeUntil().map(Words::instant))
        .putIfPresent("alsoKept", entry.keeper(), TouchForm::stamp)
        .build();
  }
}
