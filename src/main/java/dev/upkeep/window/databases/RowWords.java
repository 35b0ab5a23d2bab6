package dev.upkeep.window.databases;

import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Mark;
import dev.upkeep.database.Database;
import dev.upkeep.database.Margin;
import dev.upkeep.database.Pause;
import dev.upkeep.history.Health;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.window.text.CoreText;
import dev.upkeep.window.text.CoreWords;
import dev.upkeep.window.text.TimeWords;
import dev.upkeep.words.Screen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says how a database is doing. Pure.
///
/// @param enabled whether the schedule runs
/// @param awake whether the agent is there to keep what is said of the next touch
/// @param alike hosts that several databases have
public record RowWords(TimeWords moments, boolean enabled, boolean awake, AlikeHosts alike) {
  /// For databases whose hosts are all different.
  public RowWords(TimeWords moments, boolean enabled, boolean awake) {
    this(moments, enabled, awake, AlikeHosts.among(List.of()));
  }

  /// Finer than a bar can show: a row shall not be another one every second.
  private static final double STEPS = 1000;

  private static final String BETWEEN = " · ";

  public DatabaseRow row(DatabaseStatus status) {
    Database database = status.database();
    Margin margin = status.margin();
    Mark mark = Mark.of(status, moments.now());
    boolean trouble =
        status.last().filter(touch -> !touch.touch().alive()).isPresent()
            && status.health() != Health.PAUSED;
    String name = Screen.clean(database.name());
    String safe = safe(margin);
    String left = left(margin);
    String last = last(status);
    String next = next(status, trouble);
    String leftSpoken = left.isEmpty() ? "" : say(DatabasesText.LEFT, left);
    return new DatabaseRow(
        database.id(),
        mark,
        name,
        host(database),
        host(database) + BETWEEN + database.provider().displayName(),
        safe,
        margin.level(moments.now()),
        margin.share(moments.now()).map(share -> Math.round(share * STEPS) / STEPS),
        left,
        last,
        trouble,
        next,
        status.running(),
        status.health() == Health.PAUSED,
        status.full(),
        String.join(" ", database.tags()),
        joined(", ", name, state(mark, status.full()), safe, leftSpoken, last, next));
  }

  /// What a filter looks at: what the row says, however it is wrapped or cut.
  String searched(DatabaseStatus status) {
    Database database = status.database();
    return joined(
        "\n",
        Screen.clean(database.name()),
        Screen.clean(database.endpoint().host()) + ":" + database.endpoint().port(),
        database.provider().displayName(),
        state(Mark.of(status, moments.now()), status.full()),
        status.running() ? say(DatabasesText.TOUCHING) : "",
        String.join("\n", database.tags()));
  }

  private String host(Database database) {
    String host = Screen.clean(database.endpoint().host());
    return alike.has(database) ? host + ":" + database.endpoint().port() : host;
  }

  private String state(Mark mark, boolean full) {
    return say(
        switch (mark) {
          case ALIVE -> DatabasesText.STATE_ALIVE;
          case ATTENTION -> full ? DatabasesText.STATE_FULL : DatabasesText.STATE_ATTENTION;
          case DANGER -> DatabasesText.STATE_DANGER;
          case PAUSED -> DatabasesText.STATE_PAUSED;
          case OFFLINE -> DatabasesText.STATE_OFFLINE;
          case EMPTY -> DatabasesText.STATE_EMPTY;
        });
  }

  private String safe(Margin margin) {
    return switch (margin) {
      case Margin.Unknown(var reason) ->
          switch (reason) {
            case NEVER_VERIFIED -> say(DatabasesText.NOT_VERIFIED);
            case NO_WINDOW -> say(DatabasesText.NO_DEADLINE);
          };
      case Margin.Known known -> {
        String date = known.safeUntil().map(moments::date).orElse("");
        boolean passed = known.level(moments.now()) == Margin.Level.PASSED;
        yield say(passed ? DatabasesText.DEADLINE_PASSED : DatabasesText.SAFE_UNTIL, date);
      }
    };
  }

  private String left(Margin margin) {
    return margin.left(moments.now()).filter(Duration::isPositive).map(moments::span).orElse("");
  }

  private String last(DatabaseStatus status) {
    if (status.last().isEmpty()) {
      return say(DatabasesText.NEVER_TOUCHED);
    }
    Touch touch = status.last().get().touch();
    return switch (touch.outcome()) {
      case Outcome.Alive alive ->
          joined(
              BETWEEN,
              say(DatabasesText.LAST, moments.past(touch.at())),
              moments.millis(alive.latency()),
              new CoreWords(moments.texts()).evidence(alive.evidence()),
              account(status),
              alsoKept(status));
      case Outcome.Failed failed ->
          joined(
              BETWEEN,
              new CoreWords(moments.texts()).both(failed),
              account(status),
              alsoKept(status));
      case Outcome.Skipped skipped ->
          joined(BETWEEN, new CoreWords(moments.texts()).reason(skipped), alsoKept(status));
    };
  }

  private String account(DatabaseStatus status) {
    return status
        .figures()
        .map(figures -> FiguresWords.of(figures, new CoreWords(moments.texts())))
        .map(all -> joined(BETWEEN, all.toArray(String[]::new)))
        .orElse("");
  }

  private String alsoKept(DatabaseStatus status) {
    return status
        .alsoKept()
        .map(stamp ->
            moments
                .texts()
                .say(CoreText.ALSO_KEPT, Screen.clean(stamp.label()), moments.past(stamp.at())))
        .orElse("");
  }

  private String next(DatabaseStatus status, boolean trouble) {
    if (status.running()) {
      return say(DatabasesText.TOUCHING);
    }
    Optional<Pause> pause = status.database().paused().filter(p -> p.holdsAt(moments.now()));
    if (pause.isPresent()) {
      return switch (pause.get()) {
        case Pause.UntilResumed _ -> say(DatabasesText.PAUSED);
        case Pause.Until(var end) -> say(DatabasesText.PAUSED_UNTIL, moments.timeOrDate(end));
      };
    }
    if (!enabled) {
      return say(DatabasesText.RESTS);
    }
    return status
        .nextDue()
        .filter(_ -> awake)
        .map(due ->
            say(trouble ? DatabasesText.TRIES_AGAIN : DatabasesText.NEXT, moments.future(due)))
        .orElse("");
  }

  private String say(DatabasesText text, Object... arguments) {
    return moments.texts().say(text, arguments);
  }

  private static String joined(String between, String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isEmpty);
    return String.join(between, said);
  }
}
