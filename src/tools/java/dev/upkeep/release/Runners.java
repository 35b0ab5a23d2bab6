package dev.upkeep.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table `src/build/runners.tsv`: until when GitHub has the machines and the runtimes that the
/// workflows lean on. No linter knows that, and one dead label is enough that no release can be
/// made.
///
/// @param labels the end of each machine
/// @param runtimes the end of each runtime; empty for one that has none
/// @param actions the runtime of each action, by its commit
record Runners(
    Map<String, LocalDate> labels,
    Map<String, Optional<LocalDate>> runtimes,
    Map<String, Action> actions) {
  /// How long before an end it is called a problem, so that there is time to look and to move.
  static final int DAYS_BEFORE = 60;

  /// An action of others as it was looked up in its own repository.
  ///
  /// @param runtime in `action.yml` of that commit
  /// @param tag that pointed to the commit
  record Action(String runtime, String tag) {}

  static Runners read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Runners parse(String text) {
    Map<String, LocalDate> labels = new LinkedHashMap<>();
    Map<String, Optional<LocalDate>> runtimes = new LinkedHashMap<>();
    Map<String, Action> actions = new LinkedHashMap<>();
    for (String line : text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 4 || fields[3].isBlank()) {
        throw new IllegalArgumentException("four fields are wanted: " + line);
      }
      Object before =
          switch (fields[0]) {
            case "label" -> labels.put(fields[1], LocalDate.parse(fields[2]));
            case "runtime" -> runtimes.put(fields[1], end(fields[2]));
            case "action" ->
                actions.put(fields[1], new Action(fields[2], fields[3].split(",", 2)[0]));
            default -> throw new IllegalArgumentException("no such kind: " + line);
          };
      if (before != null) {
        throw new IllegalArgumentException("twice: " + line);
      }
    }
    return new Runners(Map.copyOf(labels), Map.copyOf(runtimes), Map.copyOf(actions));
  }

  private static Optional<LocalDate> end(String text) {
    return text.equals("never") ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /// What keeps these workflows from running, or will soon; a sentence each.
  List<String> problems(List<Workflow> workflows, LocalDate today) {
    List<String> problems = new ArrayList<>();
    for (Workflow workflow : workflows) {
      for (String label : workflow.labels()) {
        LocalDate end = labels.get(label);
        if (end == null) {
          problems.add(workflow.name() + ": the table has no label " + label);
        } else {
          ending(workflow.name() + ": " + label, end, today).ifPresent(problems::add);
        }
      }
      for (Workflow.Pinned pinned : workflow.actions()) {
        Action action = actions.get(pinned.action());
        if (action == null) {
          problems.add(workflow.name() + ": the table has no action " + pinned.action());
        } else {
          if (!action.tag().equals(pinned.tag())) {
            problems.add(
                "%s: %s is %s in the table, and not %s"
                    .formatted(workflow.name(), pinned.action(), action.tag(), pinned.tag()));
          }
          runtime(workflow.name() + ": " + pinned.action(), action.runtime(), today)
              .ifPresent(problems::add);
        }
      }
      for (String using : workflow.runtimes()) {
        runtime(workflow.name(), using, today).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<String> runtime(String what, String name, LocalDate today) {
    Optional<LocalDate> end = runtimes.get(name);
    if (end == null) {
      return Optional.of("%s: the table has no runtime %s".formatted(what, name));
    }
    return end.flatMap(day -> ending("%s on %s".formatted(what, name), day, today));
  }

  private static Optional<String> ending(String what, LocalDate end, LocalDate today) {
    return today.plusDays(DAYS_BEFORE).isBefore(end)
        ? Optional.empty()
        : Optional.of("%s ends on %s".formatted(what, end));
  }
}
