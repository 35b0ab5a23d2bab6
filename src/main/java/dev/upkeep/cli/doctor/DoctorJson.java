package dev.upkeep.cli.doctor;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.status.DatabasesJson;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.TouchForm;
import dev.upkeep.touch.protocol.Diagnosis;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `doctor` for programs: one object a line, told apart by `type`. First the environment, then the
/// agent and its databases as `status` prints them, then the secret store, and an object each for
/// webhook and heartbeat; for each visit every rung when it is reached, and at the end the object
/// of `ping` with all `steps` in it.
final class DoctorJson implements DoctorReport {
  private static final String TYPE = "type";

  private final Console console;
  private final PrintStream out;
  private final List<Json> steps = new ArrayList<>();
  private String visited = "";

  DoctorJson(Console console) {
    this.console = console;
    this.out = console.out();
  }

  @Override
  public void environment(
      List<EnvironmentFacts.Fact> facts, List<Sentence> remarks, List<Sentence> problems) {
    print(
        Json.object()
            .put(TYPE, "environment")
            .put(
                "environment",
                Json.array(
                    facts,
                    fact ->
                        Json.object()
                            .put("name", fact.name().english())
                            .put("value", fact.value().english())
                            .build()))
            .put("remarks", texts(remarks))
            .put("problems", texts(problems)));
  }

  @Override
  public void agent(Snapshot snapshot) {
    AgentInfo agent = snapshot.agent();
    out.println(DatabasesJson.agent(agent).write());
    for (DatabaseStatus status : snapshot.databases()) {
      print(DatabasesJson.database(status, agent, console.clock().instant()));
    }
  }

  @Override
  public void noAgent(List<Sentence> problems) {
    if (!problems.isEmpty()) {
      print(Json.object().put(TYPE, "noAgent").put("problems", texts(problems)));
    }
  }

  @Override
  public void secretStore(Sentence store, Optional<Sentence> trouble) {
    print(
        Json.object()
            .put(TYPE, "secretStore")
            .put("secretStore", store.english())
            .put("answers", trouble.isEmpty())
            .putIfPresent("secretTrouble", trouble.map(Sentence::english)));
  }

  @Override
  public void secrets(SecretInventory inventory) {
    print(
        Json.object()
            .put(TYPE, "secrets")
            .put("inKeychain", inventory.inKeychain())
            .put("inFile", inventory.inFile())
            .put("stillToDelete", inventory.owed())
            .put("orphans", inventory.orphans()));
  }

  @Override
  public void outlets(List<IntegrationStatus> outlets) {
    for (IntegrationStatus one : outlets) {
      JsonBuilder object = Json.object().put(TYPE, "outlet").put("outlet", one.outlet().word());
      print(DatabasesJson.outlet(object, one));
    }
  }

  @Override
  public void begin(Database database, Sentence origin) {
    visited = database.name();
    steps.clear();
  }

  @Override
  public void step(Diagnosis.Step step) {
    steps.add(members(Json.object(), step).build());
    print(members(Json.object().put(TYPE, "step").put("database", visited), step));
  }

  @Override
  public void end(Database database, Touch touch) {
    JsonBuilder object = Json.object();
    TouchReportJson.of(database, touch).members().forEach(object::put);
    print(object.put(TYPE, "touch").put("steps", new Json.Arr(steps)));
  }

  private static Json texts(List<Sentence> sentences) {
    return Json.array(sentences, sentence -> Json.of(sentence.english()));
  }

  private void print(JsonBuilder object) {
    out.println(object.build().write());
    out.flush(); // a program that reads along sees each rung when it is reached
  }

  private static JsonBuilder members(JsonBuilder object, Diagnosis.Step step) {
    return object
        .put("rung", TouchReportJson.name(step.rung()))
        .put("result", TouchReportJson.name(step.result()))
        .put("tookMs", TouchForm.millis(step.took()))
        .put("detail", step.detail().map(Sentence::english).orElse(""));
  }
}
