package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Paint;
import dev.upkeep.cli.console.TextTable;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Margin;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.ListPhrase;
import dev.upkeep.language.TimePhrase;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Stamp;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.Screen;
import dev.upkeep.words.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says how databases are doing. Pure: values in, text out.
public record StatusText(AgentInfo agent, When when) {

  /// A table with a row for each database, and below a row what its reader should know.
  List<String> table(List<DatabaseStatus> databases, Paint paint) {
    TextTable table =
        new TextTable(
            say(ListPhrase.STATE),
            say(ListPhrase.NAME),
            say(ListPhrase.ENDPOINT),
            say(ListPhrase.SAFE_UNTIL),
            say(ListPhrase.LAST_TOUCH),
            say(ListPhrase.NEXT),
            say(ListPhrase.EVERY));
    for (DatabaseStatus status : databases) {
      table.row(
          text -> paint.state(status.health(), text),
          List.of(
              status.full() && status.health() == Health.ALIVE
                  ? say(ListPhrase.FULL)
                  : say(health(status.health())),
              Screen.shorten(Screen.clean(status.database().name()), 32),
              Screen.shorten(Screen.clean(status.database().endpoint().hostAndPort()), 36),
              safeUntil(status.margin()),
              last(status),
              next(status),
              Elapsed.of(status.database().interval().orElse(agent.defaultInterval()))),
          notes(status));
    }
    return table.lines();
  }

  /// `22 Dec, 29 days left`.
  String safeUntil(Margin margin) {
    return switch (margin) {
      case Margin.Unknown unknown ->
          switch (unknown.reason()) {
            case NEVER_VERIFIED -> say(ListPhrase.NOT_VERIFIED);
            case NO_WINDOW -> say(ListPhrase.NO_DEADLINE);
          };
      case Margin.Known known -> {
        Duration left = known.left(when.now()).orElse(Duration.ZERO);
        String date = known.safeUntil().map(when::date).orElse("");
        yield left.isPositive() ? date + ", " + left(left) : say(ListPhrase.PASSED, date);
      }
    };
  }

  private String left(Duration left) {
    return left.toDays() < 2
        ? when.language().say(TimePhrase.LEFT, Elapsed.of(left))
        : when.daysLeft(left.toDays());
  }

  private String last(DatabaseStatus status) {
    return status
        .last()
        .map(touch -> when.past(touch.at()) + ", " + result(touch.touch().outcome()))
        .orElseGet(() -> say(ListPhrase.NEVER));
  }

  private String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Alive alive -> say(evidence(alive.evidence()));
      case Outcome.Failed _ -> say(ListPhrase.FAILED);
      case Outcome.Skipped _ -> say(ListPhrase.SKIPPED);
    };
  }

  private String next(DatabaseStatus status) {
    if (status.running()) {
      return say(ListPhrase.TOUCHING);
    }
    Optional<Pause> pause = status.database().paused().filter(p -> p.holdsAt(when.now()));
    if (pause.isPresent()) {
      return pause(pause.get());
    }
    if (!agent.enabled()) {
      return say(ListPhrase.RESTS);
    }
    return status.nextDue().map(when::future).orElseGet(() -> say(ListPhrase.NOT_PLANNED));
  }

  /// `paused until 22 Dec`, `paused for 3 h`, `paused`.
  String pause(Pause pause) {
    return switch (pause) {
      case Pause.UntilResumed _ -> say(ListPhrase.PAUSED);
      case Pause.Until(var end) -> say(ListPhrase.PAUSED_LASTING, when.lasting(end));
    };
  }

  /// What is wrong and what to do, what is unwise, and who else keeps it.
  private List<String> notes(DatabaseStatus status) {
    List<String> notes = new ArrayList<>();
    status
        .last()
        .map(RecordedTouch::touch)
        .ifPresent(touch -> {
          switch (touch.outcome()) {
            case Outcome.Failed failed ->
                notes.add(when.language().say(failed.message().then(failed.advice())));
            case Outcome.Skipped skipped -> notes.add(when.language().say(skipped.message()));
            case Outcome.Alive alive ->
                alive.remark().map(when.language()::say).ifPresent(notes::add);
          }
        });
    status.alsoKept().map(this::alsoKept).ifPresent(notes::add);
    status
        .certificate()
        .filter(term -> term.endsSoon(when.now()))
        .ifPresent(term ->
            notes.add(
                (term.until().isAfter(when.now())
                        ? "Its certificate runs out on "
                        : "Its certificate ran out on ")
                    + when.longDate(term.until())
                    + "."));
    status.figures().ifPresent(figures -> notes.addAll(FiguresText.notes(figures, when)));
    status.warning().ifPresent(notes::add);
    return notes.stream().map(Screen::clean).toList();
  }

  /// `Also kept by github-actions, 2 h ago.`
  private String alsoKept(Stamp stamp) {
    return say(ListPhrase.ALSO_KEPT, stamp.label(), when.past(stamp.at()));
  }

  static ListPhrase evidence(Evidence evidence) {
    return switch (evidence) {
      case WRITE -> ListPhrase.WRITE;
      case READ -> ListPhrase.READ;
      case KEY_MISSING -> ListPhrase.KEY_MISSING;
      case PING -> ListPhrase.PING;
    };
  }

  static ListPhrase health(Health health) {
    return switch (health) {
      case ALIVE -> ListPhrase.ALIVE;
      case FAILING -> ListPhrase.FAILING;
      case DOWN -> ListPhrase.DOWN;
      case PAUSED -> ListPhrase.PAUSED;
      case UNKNOWN -> ListPhrase.UNKNOWN;
    };
  }

  private String say(ListPhrase phrase, Object... values) {
    return when.language().say(phrase, values);
  }

  /// Whether all is well, then who sees to that, and how it is doing itself.
  public List<String> agentLines(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add(StatusHeadline.of(snapshot, when));
    lines.add(
        when.language()
            .say(
                CliPhrase.AGENT,
                agent.version(),
                String.valueOf(agent.pid()),
                when.exact(agent.startedAt()),
                when.past(agent.startedAt()),
                agent.profile().isEmpty() ? "" : CliPhrase.PROFILE.with(agent.profile()),
                agent.secretStore()));
    agent.secretTrouble().map(when.language()::say).ifPresent(lines::add);
    lines.addAll(when.language().say(agent.notices()));
    agent.news().map(when.language()::say).ifPresent(lines::add);
    agent.lastError().ifPresent(error -> lines.add(say(ListPhrase.LAST_ERROR, error)));
    return lines.stream().map(Screen::clean).toList();
  }
}
