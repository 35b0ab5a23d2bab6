package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import dev.upkeep.database.DurationText;
import dev.upkeep.database.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the files of every engine are made of.
record Layout(
    Engine engine,
    List<DeployedDatabase> databases,
    Parameters parameters,
    Timetable timetable,
    Variables variables,
    Certificates certificates) {

  static Layout of(
      Engine engine, List<DeployedDatabase> databases, Timetable timetable, Parameters parameters) {
    return new Layout(
        engine,
        List.copyOf(databases),
        parameters,
        timetable,
        new Variables(databases),
        new Certificates(databases));
  }

  String folder() {
    return parameters.folder(engine);
  }

  String program() {
    return parameters.program(engine);
  }

  List<Run> runs() {
    return timetable.runs(databases);
  }

  String definitions(List<DeployedDatabase> some) {
    return new ConfigFile(this).of(some);
  }

  /// The variables of some databases, each once.
  List<String> variables(List<DeployedDatabase> some) {
    return some.stream()
        .flatMap(kept -> variables.of(kept.database()).stream())
        .distinct()
        .toList();
  }

  /// A comment line for each database. Its name is never at the end, where a backslash would take
  /// the next line along.
  String comment(List<DeployedDatabase> some) {
    return some.stream()
        .map(DeployedDatabase::database)
        .map(database ->
            "#   " + Printable.comment(database.name()) + " (" + terms(database) + ")\n")
        .collect(Collectors.joining());
  }

  private String terms(Database database) {
    return "every "
        + DurationText.of(timetable.interval(database))
        + database
            .effectiveWindow()
            .map(window -> ", may rest for " + DurationText.of(window))
            .orElse("");
  }

  /// A comment line for each secret that has to be filled in: which one, and of which database.
  ///
  /// @param form of a line, with the variable and what it is for
  String secrets(List<DeployedDatabase> some, String form) {
    StringBuilder lines = new StringBuilder();
    for (String variable : variables(some)) {
      lines.append(
          String.format(Locale.ROOT, form, Printable.comment(subject(some, variable)), variable));
    }
    return lines.toString();
  }

  /// What a variable holds, in words that do not end with a name.
  String subject(List<DeployedDatabase> some, String variable) {
    List<Database> served =
        some.stream()
            .map(DeployedDatabase::database)
            .filter(database -> variables.of(database).equals(Optional.of(variable)))
            .toList();
    String what = served.getFirst().endpoint() instanceof Endpoint.Rest ? "REST token" : "password";
    return served.stream().map(Database::name).collect(Collectors.joining(", "))
        + " (the "
        + what
        + ")";
  }
}
