package dev.upkeep.window.editor;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Margin;
import dev.upkeep.touch.Certificate;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.ErrorWords;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says how a test went. Pure; what servers and certificates say is cleaned here.
public record ConnectionTestWords(TimeWords moments) {
  RungLine line(Diagnosis.Step step) {
    boolean reached = step.result() == Diagnosis.Result.REACHED;
    String name = say(reached ? rung(step.rung()) : step(step.rung()));
    String time = reached ? moments.millis(step.took()) : "";
    String detail = step.detail().map(core()::sentence).orElse("");
    String spoken =
        Stream.of(name, say(result(step.result())), time, detail)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new RungLine(step.result(), name, time, detail, spoken);
  }

  /// What a test has shown.
  ConnectionVerdict tested(Touch touch) {
    List<String> sentences = new ArrayList<>();
    switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        sentences.add(alive(alive));
        alive.remark().map(core()::sentence).ifPresent(sentences::add);
        alive
            .previousStamp()
            .map(stamp ->
                say(FormText.PREVIOUS, Screen.clean(stamp.label()), moments.past(stamp.at())))
            .ifPresent(sentences::add);
      }
      case Outcome.Failed failed -> {
        sentences.add(core().message(failed));
        sentences.add(core().advice(failed));
      }
      case Outcome.Skipped skipped -> sentences.add(core().reason(skipped));
    }
    touch.certificate().map(this::certificate).ifPresent(sentences::add);
    return new ConnectionVerdict(touch.alive(), sentences, !touch.alive());
  }

  /// What was stored.
  public ConnectionVerdict saved(Margin margin, Optional<Touch> test) {
    List<String> sentences = new ArrayList<>();
    sentences.add(say(test.isPresent() ? FormText.SAVED : FormText.SAVED_UNTESTED));
    test.ifPresent(touch -> {
      if (touch.outcome() instanceof Outcome.Alive alive) {
        sentences.add(alive(alive));
      }
    });
    margin
        .safeUntil()
        .map(at -> say(FormText.SAFE_UNTIL, moments.longDate(at)))
        .ifPresent(sentences::add);
    return new ConnectionVerdict(true, List.of(String.join(" ", sentences)), false);
  }

  /// Why the agent did not do it.
  public ConnectionVerdict refused(AgentException e) {
    if (e instanceof Refused refused) {
      boolean untested =
          switch (refused.reason()) {
            case TEST_FAILED, OFFLINE -> true;
            case INVALID, NOT_FOUND, CONFLICT, SECRET_STORE, READ_ONLY, SERVICE, SYSTEM -> false;
          };
      return new ConnectionVerdict(false, core().problems(refused), untested);
    }
    return new ConnectionVerdict(false, List.of(ErrorWords.of(e, moments.texts())), false);
  }

  private CoreWords core() {
    return new CoreWords(moments.texts());
  }

  private String alive(Outcome.Alive alive) {
    return say(evidence(alive.evidence()), moments.millis(alive.latency()));
  }

  private String certificate(Certificate certificate) {
    return say(
        FormText.CERTIFICATE,
        Screen.clean(certificate.subject()),
        Screen.clean(certificate.issuer()),
        certificate.daysLeft(moments.now()));
  }

  private static FormText evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> FormText.ALIVE_WRITE;
      case READ -> FormText.ALIVE_READ;
      case KEY_MISSING -> FormText.ALIVE_KEY_MISSING;
      case PING -> FormText.ALIVE_PING;
    };
  }

  private static FormText rung(Rung rung) {
    return switch (rung) {
      case TEXT -> FormText.RUNG_TEXT;
      case SENTINEL -> FormText.RUNG_SENTINEL;
      case NAME -> FormText.RUNG_NAME;
      case TCP -> FormText.RUNG_TCP;
      case TLS -> FormText.RUNG_TLS;
      case AUTHENTICATED -> FormText.RUNG_AUTHENTICATED;
      case PING -> FormText.RUNG_PING;
      case WRITE -> FormText.RUNG_WRITE;
      case READ_BACK -> FormText.RUNG_READ_BACK;
      case SERVER -> FormText.RUNG_SERVER;
    };
  }

  /// The same as a thing to do: what failed is not called done.
  private static FormText step(Rung rung) {
    return switch (rung) {
      case TEXT -> FormText.STEP_TEXT;
      case SENTINEL -> FormText.STEP_SENTINEL;
      case NAME -> FormText.STEP_NAME;
      case TCP -> FormText.STEP_TCP;
      case TLS -> FormText.STEP_TLS;
      case AUTHENTICATED -> FormText.STEP_AUTHENTICATED;
      case PING -> FormText.STEP_PING;
      case WRITE -> FormText.STEP_WRITE;
      case READ_BACK -> FormText.STEP_READ_BACK;
      case SERVER -> FormText.STEP_SERVER;
    };
  }

  private static FormText result(Diagnosis.Result result) {
    return switch (result) {
      case REACHED -> FormText.REACHED;
      case FAILED -> FormText.FAILED;
      case NOT_TRIED -> FormText.NOT_TRIED;
      case DONE_WITHOUT -> FormText.DONE_WITHOUT;
    };
  }

  private String say(FormText text, Object... arguments) {
    return moments.texts().say(text, arguments);
  }
}
