package dev.upkeep.window.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.Change;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.database.Database;
import dev.upkeep.history.RecordedTouch;
import dev.upkeep.history.Uptime;
import dev.upkeep.history.Verdict;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.testing.StatusBuilder;
import dev.upkeep.testing.Statuses;
import dev.upkeep.window.Samples;
import dev.upkeep.window.link.Connection;
import dev.upkeep.window.link.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryModelTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Database SHOP = Statuses.alive("shop").database();
  private static final Database BLOG = Statuses.alive("blog").database();

  @TempDir private Path folder;
  private final FakeAgent agent =
      new FakeAgent()
          .with(Statuses.alive("shop"), Statuses.alive("blog"))
          .remembering(Samples::history);
  private final Rig rig = new Rig(agent);

  private HistoryModel model(Rig on) {
    HistoryModel model = new HistoryModel(on, on.texts, on.time, on.toasts);
    model.start();
    return model;
  }

  private HistoryModel seen() {
    HistoryModel model = model(rig.connect());
    model.seen(true);
    return model;
  }

  private static List<RecordedTouch> lines(HistoryModel model) {
    return model.touches().stream()
        .filter(HistoryLine.Touched.class::isInstance)
        .map(line -> ((HistoryLine.Touched) line).touch())
        .toList();
  }

  @Test
  void nothing_is_asked_until_somebody_looks() {
    HistoryModel model = model(rig.connect());
    assertThat(agent.asked).isEmpty();

    model.seen(true);

    assertThat(agent.asked).contains("history", "uptime [shop, blog]");
    assertThat(lines(model)).isNotEmpty();
  }

  @Test
  void one_filter_governs_table_and_chart() {
    HistoryModel model = seen();
    agent.asked.clear();

    model
        .filter()
        .set(
            new HistoryFilter(
                Optional.of(BLOG.id()), Optional.of(Verdict.FAILED), HistoryFilter.Range.WEEK));

    assertThat(lines(model))
        .hasSize(2)
        .allMatch(touch -> touch.database().equals(BLOG.id()))
        .allMatch(touch -> touch.verdict() == Verdict.FAILED);
    assertThat(agent.asked).contains("chart [blog] from " + Statuses.NOW.minus(Duration.ofDays(7)));
    assertThat(model.chart().get().curve()).isFalse();
    assertThat(model.chart().get().outages()).isTrue();
  }

  @Test
  void all_time_is_as_long_as_there_is_something() {
    Uptime young = new Uptime(DAY.multipliedBy(3), DAY, DAY);
    agent.up(
        new UptimeReport(Map.of(DAY, young, DAY.multipliedBy(90), young), _ -> 12),
        (_, _, _, _) -> List.of());
    HistoryModel model = seen();

    model.filter().set(HistoryFilter.FIRST.over(HistoryFilter.Range.ALL));

    assertThat(agent.asked)
        .contains("chart [shop, blog] from " + Statuses.NOW.minus(DAY.multipliedBy(3)));
  }

  @Test
  void a_window_longer_than_the_history_says_since_when_there_is_one() {
    Duration age = Duration.ofMinutes(6);
    Uptime young = new Uptime(age, age, age.minusSeconds(20));
    agent.up(
        new UptimeReport(Map.of(DAY, young, DAY.multipliedBy(90), young), _ -> 3),
        (_, _, _, _) -> List.of());

    List<UptimeFigure> figures = seen().figures().get();

    assertThat(figures.getFirst().window()).isEqualTo("since 22 Nov (6 min)");
    assertThat(figures.getLast().window()).isEqualTo("since 22 Nov (6 min)");
    assertThat(figures.getLast().share()).as("three touches know no decimals").isEqualTo("94%");
    assertThat(agent.asked)
        .as("the first days fill the chart")
        .contains("chart [shop, blog] from " + Statuses.NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void figures_say_how_much_was_watched_when_that_is_not_all() {
    Uptime whole = new Uptime(DAY, DAY, DAY);
    Duration week = DAY.multipliedBy(7);
    Duration seen = week.multipliedBy(61).dividedBy(100);
    Uptime part = new Uptime(week, seen, seen.multipliedBy(984).dividedBy(1000));
    Duration month = DAY.multipliedBy(30);
    Uptime nearly = new Uptime(month, month, month.minusSeconds(1));
    agent.up(
        new UptimeReport(Map.of(DAY, whole, week, part, month, nearly), _ -> 1000),
        (_, _, _, _) -> List.of());

    List<UptimeFigure> figures = seen().figures().get();

    assertThat(figures)
        .extracting(UptimeFigure::window)
        .containsExactly("24 h", "7 d", "30 d", "90 d");
    assertThat(figures)
        .extracting(UptimeFigure::share)
        .as("what was down for a second is not 100 %")
        .containsExactly("100%", "98.40%", "99.99%", "–");
    assertThat(figures)
        .extracting(UptimeFigure::watched)
        .containsExactly("", "watched 61% of the time", "", "not watched");
  }

  @Test
  void a_touch_that_ends_comes_on_top_if_the_filter_lets_it_pass() {
    HistoryModel model = seen();
    model.filter().set(HistoryFilter.FIRST.of(Optional.of(SHOP.id())));
    int before = model.touches().size();

    end(BLOG, 2001);
    end(SHOP, 2002);
    end(SHOP, 2002);

    assertThat(model.touches()).hasSize(before + 1);
    assertThat(lines(model).getFirst().id()).isEqualTo(2002);
  }

  private void end(Database database, long id) {
    DatabaseStatus status = Statuses.alive(database.name());
    RecordedTouch touch = Samples.touch(id, database.id(), Statuses.NOW, Samples.alive(42));
    rig.change(
        new Change.Database(StatusBuilder.like(status).database(database).last(touch).done()));
  }

  @Test
  void figures_follow_new_touches_at_leisure_and_only_while_they_are_seen() {
    HistoryModel model = seen();
    agent.asked.clear();

    end(SHOP, 2001);
    assertThat(agent.asked).isEmpty();
    rig.timer.advance(HistoryModel.BEAT);
    assertThat(agent.asked).contains("uptime [shop, blog]");

    agent.asked.clear();
    model.seen(false);
    end(SHOP, 2002);
    rig.timer.advance(HistoryModel.BEAT);
    assertThat(agent.asked).isEmpty();
  }

  @Test
  void a_database_that_is_removed_is_filtered_by_no_more() {
    HistoryModel model = seen();
    model.filter().set(HistoryFilter.FIRST.of(Optional.of(SHOP.id())));

    rig.change(new Change.Removed(SHOP.id()));

    assertThat(model.filter().get().database()).isEmpty();
    assertThat(model.names().get().values()).containsExactly("blog");
  }

  @Test
  void an_agent_that_is_back_is_asked_again() {
    HistoryModel model = seen();
    rig.connection.set(new Connection.Lost(Statuses.NOW));
    agent.remembering(_ -> List.of());

    rig.connection.set(new Connection.Connected());

    assertThat(model.touches()).isEmpty();
  }

  @Test
  void words_tell_what_happened_and_the_exact_instant() {
    HistoryModel model = seen();
    HistoryWords words = model.words();
    RecordedTouch latest = lines(model).getFirst();
    RecordedTouch failed =
        lines(model).stream()
            .filter(one -> one.verdict() == Verdict.FAILED)
            .findFirst()
            .orElseThrow();

    assertThat(words.time(latest)).isEqualTo("3 min ago");
    assertThat(words.time(failed)).isEqualTo("20 Nov, 17:57");
    assertThat(words.detail(latest)).isEqualTo("write verified");
    assertThat(words.detail(failed)).isEqualTo("No answer within 10 s. Is the host reachable?");
    assertThat(words.hover(latest)).startsWith("22 Nov 2025, 11:57:00 (2025-11-22T11:57:00.000Z)");
  }

  @Test
  void words_are_german_in_germany() {
    HistoryModel model = model(new Rig(agent, Locale.GERMANY).connect());
    model.seen(true);

    assertThat(model.figures().get().getLast().watched()).isEqualTo("nicht beobachtet");
    assertThat(model.words().outcome(Verdict.FAILED)).isEqualTo("Fehlgeschlagen");
  }

  @Test
  void an_export_writes_what_is_shown() throws Exception {
    HistoryModel model = seen();
    model.filter().set(HistoryFilter.FIRST.ended(Optional.of(Verdict.FAILED)));
    Path csv = folder.resolve("a.csv");
    Path json = folder.resolve("a.json");

    model.export(HistoryExport.Form.CSV, csv);
    model.export(HistoryExport.Form.JSON, json);

    assertThat(Files.readAllLines(csv))
        .hasSize(5)
        .element(1)
        .asString()
        .contains(",failed,timeout,");
    assertThat(Files.readAllLines(json))
        .hasSize(4)
        .first()
        .asString()
        .contains("\"kind\":\"timeout\"");
    assertThat(rig.told())
        .containsExactly("4 touches were written to a.csv.", "4 touches were written to a.json.");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.csv", "a.json");
  }

  @Test
  void an_export_that_fails_leaves_what_was_there() throws Exception {
    HistoryModel model = seen();
    Path file = Files.writeString(folder.resolve("a.csv"), "before");
    agent.refusing(new AgentException.Gone("gone"));

    model.export(HistoryExport.Form.CSV, file);

    assertThat(file).hasContent("before");
    assertThat(folder.toFile().list()).containsExactly("a.csv");
    assertThat(rig.told()).hasSize(1);
    assertThat(model.exporting().get()).isFalse();
  }

  @Test
  void an_export_into_nowhere_says_so() {
    HistoryModel model = seen();

    model.export(HistoryExport.Form.CSV, folder.resolve("none").resolve("a.csv"));

    assertThat(rig.told()).singleElement().asString().startsWith("Nothing could be written to");
  }
}
