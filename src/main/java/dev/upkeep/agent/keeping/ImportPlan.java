package dev.upkeep.agent.keeping;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportReport.SettingChange;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.database.Database;
import dev.upkeep.database.Sentinel;
import dev.upkeep.definitions.Definitions;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.definitions.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an import would make of the definitions, under the terms that a person has agreed to. Pure.
///
/// @param databases with fresh ids: under an old one, a secret may lie in the store
/// @param settings that are changed, by their keys
record ImportPlan(List<Database> databases, Map<String, String> settings, ImportReport report) {

  static ImportPlan of(String text, Definitions current, ImportTerms terms) throws Refused {
    Exchange.Import plan;
    try {
      plan = Exchange.plan(current, DefinitionsFile.reading(text), UUID::randomUUID);
    } catch (DefinitionsException e) {
      throw Refused.of(Refused.Reason.INVALID, e.told());
    }
    List<Database> databases =
        plan.databases().stream()
            .map(imported ->
                imported
                    .database()
                    .edit()
                    .id(UUID.randomUUID())
                    .secretReference(reference(imported.reference(), terms))
                    .sentinel(sentinel(imported, terms))
                    .done())
            .toList();
    Map<String, String> settings = new LinkedHashMap<>();
    List<SettingChange> changes = new ArrayList<>();
    Exchange.settings(current, plan)
        .forEach((setting, there) -> {
          boolean taken = terms.trustAddresses() || !setting.isAddress();
          changes.add(
              new SettingChange(setting.key(), setting.text(current.settings()), there, taken));
          if (taken) {
            settings.put(setting.key(), there);
          }
        });
    return new ImportPlan(
        databases,
        settings,
        new ImportReport(databases.stream().map(Database::name).toList(), changes, plan.remarks()));
  }

  Definitions applyTo(Definitions definitions) throws DefinitionsException {
    Definitions added = definitions.put(databases);
    return settings.isEmpty() ? added : added.with(added.settings().with(settings));
  }

  private static Optional<Sentinel> sentinel(Exchange.Imported imported, ImportTerms terms) {
    return imported
        .database()
        .sentinel()
        .map(one ->
            new Sentinel(one.master(), one.user(), reference(imported.sentinelReference(), terms)));
  }

  /// A reference may lead to any file or variable of this computer, so a person has to say that
  /// those in a file from elsewhere are meant.
  private static Optional<String> reference(Optional<String> found, ImportTerms terms) {
    return found.filter(text -> terms.trustReferences() || text.equals(Database.NO_SECRET));
  }
}
