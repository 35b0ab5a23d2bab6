package dev.upkeep.window.editor;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Intervals;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.window.page.PageContext;
import dev.upkeep.window.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a draft of each database that was found, and keeps those that are there already.
record DraftMaker(PageContext surroundings, GatheredFinds gathered) {
  /// @param now the drafts that there are
  List<Draft> drafts(List<Draft> now, List<Found> found) {
    Set<String> taken = new HashSet<>();
    seen().stream()
        .flatMap(snapshot -> snapshot.databases().stream())
        .forEach(status -> taken.add(DatabaseName.folded(status.database().name())));
    List<Draft> next = new ArrayList<>();
    for (Found one : found) {
      Draft draft =
          now.stream()
              .filter(known -> known.endpoint().equals(one.endpoint()))
              .findFirst()
              .orElseGet(() -> fresh(one, taken));
      draft.found(one);
      taken.add(DatabaseName.folded(draft.form().value(DefinitionForm.Field.NAME).get()));
      next.add(draft);
    }
    return next;
  }

  private Draft fresh(Found found, Set<String> taken) {
    Texts texts = surroundings.texts();
    Duration usual =
        seen().map(snapshot -> snapshot.agent().defaultInterval()).orElse(Intervals.DEFAULT);
    Optional<DatabaseStatus> waiting =
        found.secret().isEmpty()
            ? Optional.empty()
            : seen().stream()
                .flatMap(snapshot -> snapshot.awaitingSecretAt(found.endpoint()).stream())
                .findFirst();
    String name = found.suggestedName(gathered.project(found.endpoint()), taken);
    return new Draft(
        found,
        EndpointWords.of(found.endpoint(), texts),
        waiting,
        new DefinitionForm(
            texts,
            usual,
            waiting.map(DatabaseStatus::database).orElseGet(() -> Draft.plain(found, name))),
        new ConnectionTest(surroundings.agent(), texts, surroundings.time()));
  }

  private Optional<Snapshot> seen() {
    return surroundings.agent().snapshot().get();
  }
}
