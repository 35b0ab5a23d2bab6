package dev.upkeep.cli;

import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.Touch;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `doctor` for programs: first one object with the environment, then, where an agent runs, those
/// of `status`, then one for each database, which is that of `ping` with the `steps` added.
final class DoctorJson implements DoctorReport {
  private final Console console;
  private final PrintStream out;
  private final List<Diagnosis.Step> steps = new ArrayList<>();

  DoctorJson(Console console) {
    this.console = console;
    this.out = console.out();
  }

  @Override
  public void environment(
      List<EnvironmentFacts.Fact> facts, List<String> remarks, List<String> problems) {
    Json.Obj object =
        Json.object()
            .put(
                "environment",
                Json.array(
                    facts,
                    fact ->
                        Json.object().put("name", fact.name()).put("value", fact.value()).build()))
            .put("remarks", Json.array(remarks, Json::of))
            .put("problems", Json.array(problems, Json::of))
            .build();
    out.println(object.write());
  }

  @Override
  public void agent(Optional<Snapshot> snapshot) {
    if (snapshot.isPresent()) {
      AgentInfo agent = snapshot.get().agent();
      out.println(StatusJson.agent(agent).write());
      for (DatabaseStatus status : snapshot.get().databases()) {
        out.println(StatusJson.database(status, agent, console.clock().instant()).build().write());
      }
    }
  }

  @Override
  public void begin(Target target) {
    steps.clear();
  }

  @Override
  public void step(Diagnosis.Step step) {
    steps.add(step);
  }

  @Override
  public void end(Target target, Touch touch) {
    JsonBuilder object = Json.object();
    TouchJson.of(target.database(), touch).members().forEach(object::put);
    object.put("steps", Json.array(steps, DoctorJson::json));
    out.println(object.build().write());
  }

  private static Json json(Diagnosis.Step step) {
    return Json.object()
        .put("rung", TouchJson.name(step.rung()))
        .put("result", TouchJson.name(step.result()))
        .put("tookMs", TouchJson.millis(step.took()))
        .put("detail", step.detail())
        .build();
  }
}
