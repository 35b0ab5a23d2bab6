package dev.upkeep.cli.doctor;

import dev.upkeep.cli.console.EvidenceWords;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.Words;
import dev.upkeep.cli.status.StatusReport;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.language.DoctorPhrase;
import dev.upkeep.language.Language;
import dev.upkeep.language.ListPhrase;
import dev.upkeep.language.Sentence;
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
  private static final String INDENT = " ".repeat(9);

  private final Upkeep upkeep;
  private final PrintStream out;

  DoctorText(Upkeep upkeep) {
    this.upkeep = upkeep;
    this.out = upkeep.console().out();
  }

  @Override
  public void environment(
      List<EnvironmentFacts.Fact> facts, List<Sentence> remarks, List<Sentence> problems) {
    out.println(say(DoctorPhrase.ENVIRONMENT));
    List<String> names = facts.stream().map(fact -> say(fact.name())).toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < facts.size(); i++) {
      out.println("  " + pad(names.get(i), width) + "  " + say(facts.get(i).value()));
    }
    remarks.forEach(remark -> line(mark(DoctorPhrase.NOTE) + say(remark)));
    problems.forEach(problem -> line(mark(DoctorPhrase.FAIL) + say(problem)));
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
  public void noAgent(List<Sentence> problems) {
    out.println();
    out.println(say(DoctorPhrase.AGENT));
    out.println("  " + say(DoctorPhrase.NO_AGENT));
    problems.forEach(problem -> line(mark(DoctorPhrase.NOTE) + say(problem)));
  }

  @Override
  public void secretStore(Sentence store, Optional<Sentence> trouble) {
    out.println();
    out.println(say(DoctorPhrase.SECRETS));
    DoctorPhrase mark = trouble.isEmpty() ? DoctorPhrase.OK : DoctorPhrase.FAIL;
    line(mark(mark) + say(DoctorPhrase.KEPT_IN.with(store)));
    trouble.ifPresent(sentence -> line(INDENT + say(sentence)));
  }

  @Override
  public void secrets(SecretInventory inventory) {
    if (inventory.inKeychain() + inventory.inFile() > 0) {
      line(INDENT + say(DoctorPhrase.WHERE.with(inventory.inKeychain(), inventory.inFile())));
    }
    if (inventory.owed() > 0) {
      line(mark(DoctorPhrase.NOTE) + say(DoctorPhrase.OWED.with(inventory.owed())));
    }
    if (inventory.orphans() > 0) {
      line(mark(DoctorPhrase.NOTE) + say(DoctorPhrase.ORPHANS.with(inventory.orphans())));
    }
  }

  @Override
  public void outlets(List<IntegrationStatus> outlets) {
    out.println();
    out.println(say(DoctorPhrase.OUTLETS));
    for (IntegrationStatus one : outlets) {
      line(outletMark(one) + pad(one.outlet().word(), 11) + one.text());
      one.problem().ifPresent(sentence -> line(INDENT + say(sentence)));
    }
  }

  private String outletMark(IntegrationStatus status) {
    return switch (status.state()) {
      case SET -> mark(status.problem().isEmpty() ? DoctorPhrase.OK : DoctorPhrase.FAIL);
      case NOT_SET -> "  -      ";
      case UNKNOWN -> mark(DoctorPhrase.NOTE);
    };
  }

  @Override
  public void begin(Database database, Sentence origin) {
    out.println();
    line(
        database.endpoint().display()
            + " ("
            + database.provider().displayName()
            + ", "
            + say(DoctorPhrase.MODE.with(TouchReportJson.name(database.mode())))
            + ")");
    line(mark(DoctorPhrase.OK) + pad(say(DoctorPhrase.UNDERSTOOD), 16) + "  " + say(origin));
  }

  @Override
  public void step(Diagnosis.Step step) {
    String word =
        switch (step.result()) {
          case REACHED -> mark(DoctorPhrase.OK);
          case FAILED -> mark(DoctorPhrase.FAIL);
          case NOT_TRIED -> "  -      ";
          case DONE_WITHOUT -> mark(DoctorPhrase.NO);
        };
    String time =
        step.result() == Diagnosis.Result.REACHED ? pad(Elapsed.millis(step.took()), 8) : "";
    line(
        (word
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
                "  "
                    + say(
                        DoctorPhrase.CERTIFICATE.with(
                            certificate.subject(),
                            names(certificate),
                            certificate.pinned()
                                ? DoctorPhrase.PINNED.with()
                                : DoctorPhrase.ISSUED_BY.with(certificate.issuer()),
                            left(certificate.daysLeft(touch.at()))))));
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        line("  " + say(DoctorPhrase.ALIVE.with(EvidenceWords.of(alive.evidence()))));
        alive.remark().map(language()::say).ifPresent(remark -> line("  " + remark));
        alive
            .previousStamp()
            .ifPresent(stamp ->
                line(
                    "  "
                        + say(
                            DoctorPhrase.LAST_TOUCHED.with(
                                stamp.label(), Words.instant(stamp.at())))));
      }
      case Outcome.Failed failed -> {
        if (touch.attempts() == 0) {
          // Nobody was visited, so no rung has said why.
          line(mark(DoctorPhrase.FAIL) + say(failed.message()));
        }
        line("  " + say(DoctorPhrase.WHAT_TO_DO.with(failed.advice())));
      }
      case Outcome.Skipped skipped -> line("  " + language().say(skipped.message()));
    }
  }

  private static Sentence left(long days) {
    return (days < 0 ? DoctorPhrase.EXPIRED : DoctorPhrase.DAYS_LEFT).with(Math.abs(days));
  }

  /// The word in front of a line, as wide as each other.
  private String mark(DoctorPhrase word) {
    return "  " + pad(say(word), 7);
  }

  private String say(Sentence sentence) {
    return language().say(sentence);
  }

  private String say(DoctorPhrase phrase) {
    return language().say(phrase);
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

  private static Object names(Certificate certificate) {
    List<String> names = certificate.names();
    if (names.isEmpty() || names.equals(List.of(certificate.subject()))) {
      return "";
    }
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? DoctorPhrase.FOR.with(first)
        : DoctorPhrase.FOR_MORE.with(first, names.size() - MOST_NAMES);
  }

  /// One line, whatever names and servers say.
  private void line(String text) {
    out.println(Screen.clean(text));
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
