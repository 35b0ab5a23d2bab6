package dev.upkeep.cli;

import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.touch.Diagnosis;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.words.Elapsed;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// `doctor` for people: words instead of ticks, so that every terminal and screen reader shows
/// them.
final class DoctorText implements DoctorReport {
  private final Upkeep upkeep;
  private final PrintStream out;

  DoctorText(Upkeep upkeep) {
    this.upkeep = upkeep;
    this.out = upkeep.console().out();
  }

  @Override
  public void environment(
      List<EnvironmentFacts.Fact> facts, List<String> remarks, List<String> problems) {
    out.println("Environment");
    int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (EnvironmentFacts.Fact fact : facts) {
      out.println("  " + pad(fact.name(), width) + "  " + fact.value());
    }
    remarks.forEach(remark -> out.println("  note   " + remark));
    problems.forEach(problem -> out.println("  FAIL   " + problem));
  }

  @Override
  public void agent(Optional<Snapshot> snapshot) {
    out.println();
    if (snapshot.isEmpty()) {
      out.println("Agent");
      out.println("  none runs");
      return;
    }
    StatusReport report = new StatusReport(upkeep, snapshot.get().agent());
    report.text().agentLines(snapshot.get()).forEach(out::println);
    report.databases(snapshot.get().databases());
  }

  @Override
  public void begin(Target target) {
    Database database = target.database();
    out.println();
    out.println(
        database.endpoint().display()
            + " ("
            + database.provider().displayName()
            + ", mode "
            + TouchJson.name(database.mode())
            + ")");
    out.println("  ok     " + pad("text understood", 16) + "  " + target.origin());
  }

  @Override
  public void step(Diagnosis.Step step) {
    String word =
        switch (step.result()) {
          case REACHED -> "ok    ";
          case FAILED -> "FAIL  ";
          case NOT_TRIED -> "-     ";
          case DONE_WITHOUT -> "no    ";
        };
    String time =
        step.result() == Diagnosis.Result.REACHED ? pad(Elapsed.millis(step.took()), 8) : "";
    out.println(
        ("  " + word + " " + pad(Words.rung(step.rung()), 16) + "  " + time + step.detail())
            .stripTrailing());
  }

  @Override
  public void end(Target target, Touch touch) {
    touch
        .certificate()
        .ifPresent(certificate ->
            out.println(
                "  certificate of "
                    + certificate.subject()
                    + ", issued by "
                    + certificate.issuer()
                    + ", "
                    + Elapsed.daysLeft(certificate.daysLeft(touch.at()))));
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        out.println("  Alive: " + Words.evidence(alive.evidence()) + ".");
        alive.remark().ifPresent(remark -> out.println("  " + remark));
        alive
            .previousStamp()
            .ifPresent(stamp ->
                out.println(
                    "  Last touched by "
                        + stamp.label()
                        + " at "
                        + Words.instant(stamp.at())
                        + "."));
      }
      case Outcome.Failed failed -> out.println("  What to do: " + failed.advice());
      case Outcome.Skipped skipped -> out.println("  " + skipped.message());
    }
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
