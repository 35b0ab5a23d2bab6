package dev.upkeep.cli.doctor;

import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.Words;
import dev.upkeep.cli.status.StatusReport;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.language.Language;
import dev.upkeep.language.ListPhrase;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.Screen;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// `doctor` for people: words instead of ticks, so that every terminal and screen reader shows
/// them.
final class DoctorText implements DoctorReport {
  private static final int MOST_NAMES = 6;

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
  public void agent(Snapshot snapshot) {
    StatusReport report = new StatusReport(upkeep, snapshot.agent());
    if (snapshot.agent().background()) {
      out.println();
      report.text().agentLines(snapshot).forEach(out::println);
    } else {
      noAgent(snapshot.agent().notices());
    }
    if (!snapshot.databases().isEmpty()) {
      report.databases(snapshot.databases());
    }
  }

  @Override
  public void noAgent(List<String> problems) {
    out.println();
    out.println("Agent");
    out.println("  none runs");
    problems.forEach(problem -> line("  note   " + problem));
  }

  @Override
  public void secretStore(String store, Optional<String> trouble) {
    out.println();
    out.println("Secrets");
    line((trouble.isEmpty() ? "  ok     " : "  FAIL   ") + "kept in " + store);
    trouble.ifPresent(sentence -> line("         " + sentence));
  }

  @Override
  public void secrets(SecretInventory inventory) {
    if (inventory.inKeychain() + inventory.inFile() > 0) {
      line(
          "         "
              + inventory.inKeychain()
              + " in the keychain, "
              + inventory.inFile()
              + " in the file under a passphrase");
    }
    if (inventory.owed() > 0) {
      line("  note   of removed databases, still to be deleted: " + inventory.owed());
    }
    if (inventory.orphans() > 0) {
      line(
          "  note   to which no database leads: "
              + inventory.orphans()
              + ". upkeep doctor --forget-orphans deletes them.");
    }
  }

  @Override
  public void outlets(List<IntegrationStatus> outlets) {
    out.println();
    out.println("Webhook and heartbeat");
    for (IntegrationStatus one : outlets) {
      line(outletMark(one) + pad(one.outlet().word(), 11) + one.text());
      one.problem().ifPresent(sentence -> line("         " + sentence));
    }
  }

  private static String outletMark(IntegrationStatus status) {
    return switch (status.state()) {
      case SET -> status.problem().isEmpty() ? "  ok     " : "  FAIL   ";
      case NOT_SET -> "  -      ";
      case UNKNOWN -> "  note   ";
    };
  }

  @Override
  public void begin(Database database, String origin) {
    out.println();
    line(
        database.endpoint().display()
            + " ("
            + database.provider().displayName()
            + ", mode "
            + TouchReportJson.name(database.mode())
            + ")");
    line("  ok     " + pad("text understood", 16) + "  " + origin);
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
    line(
        ("  "
                + word
                + " "
                + pad(language().say(rung(step.rung())), 16)
                + "  "
                + time
                + step.detail().map(language()::say).orElse(""))
            .stripTrailing());
  }

  @Override
  public void end(Database database, Touch touch) {
    touch
        .certificate()
        .ifPresent(certificate ->
            line(
                "  certificate of "
                    + certificate.subject()
                    + names(certificate)
                    + (certificate.pinned()
                        ? ", which has signed itself and is pinned by --ca-file, "
                        : ", issued by " + certificate.issuer() + ", ")
                    + Elapsed.daysLeft(certificate.daysLeft(touch.at()))));
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        out.println("  Alive: " + Words.evidence(alive.evidence()) + ".");
        alive.remark().map(language()::say).ifPresent(remark -> line("  " + remark));
        alive
            .previousStamp()
            .ifPresent(stamp ->
                line(
                    "  Last touched by "
                        + stamp.label()
                        + " at "
                        + Words.instant(stamp.at())
                        + "."));
      }
      case Outcome.Failed failed -> {
        if (touch.attempts() == 0) {
          // Nobody was visited, so no rung has said why.
          line("  FAIL   " + language().say(failed.message()));
        }
        line("  What to do: " + language().say(failed.advice()));
      }
      case Outcome.Skipped skipped -> line("  " + language().say(skipped.message()));
    }
  }

  private Language language() {
    return upkeep.console().language();
  }

  private static ListPhrase rung(Rung rung) {
    return switch (rung) {
      case TEXT -> ListPhrase.RUNG_TEXT;
      case SENTINEL -> ListPhrase.RUNG_SENTINEL;
      case NAME -> ListPhrase.RUNG_NAME;
      case TCP -> ListPhrase.RUNG_TCP;
      case TLS -> ListPhrase.RUNG_TLS;
      case AUTHENTICATED -> ListPhrase.RUNG_AUTHENTICATED;
      case PING -> ListPhrase.RUNG_PING;
      case WRITE -> ListPhrase.RUNG_WRITE;
      case READ_BACK -> ListPhrase.RUNG_READ_BACK;
      case SERVER -> ListPhrase.RUNG_SERVER;
    };
  }

  private static String names(Certificate certificate) {
    List<String> names = certificate.names();
    if (names.isEmpty() || names.equals(List.of(certificate.subject()))) {
      return "";
    }
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? " for " + first
        : " for " + first + " and " + (names.size() - MOST_NAMES) + " more";
  }

  /// One line, whatever names and servers say.
  private void line(String text) {
    out.println(Screen.clean(text));
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
