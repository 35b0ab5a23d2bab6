package dev.upkeep.report;

import dev.upkeep.language.Language;
import dev.upkeep.language.ReportPhrase;
import dev.upkeep.report.MonthFacts.Day;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A month as a page for people, light or dark as their system is.
public final class MonthPage {
  private static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0;
        --page: #ffffff; --up: #2da44e; --down: #cf222e; --unwatched: #eaeef2; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9198a1;
        --line: #3d444d; --page: #0d1117; --up: #3fb950; --down: #f85149; --unwatched: #262c36; } }
      body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
        max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 0; }
      .quiet { color: var(--quiet); margin: 0; }
      section { border-top: 1px solid var(--line); padding: 1rem 0; break-inside: avoid; }
      bdi { overflow-wrap: anywhere; }
      table { border-collapse: collapse; margin-top: .5rem; width: 100%; }
      th, td { text-align: start; vertical-align: top; padding: .15rem 1rem .15rem 0;
        overflow-wrap: anywhere; }
      th { font-weight: normal; color: var(--quiet); width: 15rem; }
      td { font-variant-numeric: tabular-nums; }
      svg { display: block; width: 100%; height: 2.5rem; margin-top: .5rem; }
      .up { fill: var(--up); } .down { fill: var(--down); } .unwatched { fill: var(--unwatched); }
      """;

  private final MonthFacts facts;
  private final Language language;
  private final Html html;

  private MonthPage(MonthFacts facts, Language language) {
    this.facts = facts;
    this.language = language;
    this.html = Html.document(language.locale().getLanguage(), heading(facts, language), CSS);
  }

  /// The whole document; `src/docs/decisions/0092-a-month-is-one-file.md` says why it is as it is.
  public static String of(MonthFacts facts, Language language) {
    return new MonthPage(facts, language).write();
  }

  private static String heading(MonthFacts facts, Language language) {
    return language.say(
        ReportPhrase.TITLE,
        facts.month().format(DateTimeFormatter.ofPattern("LLLL yyyy", language.locale())));
  }

  private String write() {
    html.text("h1", heading(facts, language));
    html.text(
        "p",
        say(ReportPhrase.MADE, date(facts.made()), facts.databases().size()),
        "class",
        "quiet");
    facts.databases().forEach(one -> html.element("section", () -> database(one)));
    html.text("p", say(ReportPhrase.LEGEND), "class", "quiet");
    return html.end();
  }

  private void database(MonthFacts.Database one) {
    html.element("h2", () -> html.text("bdi", one.name()));
    html.element(
        "p",
        () -> {
          html.text("bdi", one.host());
          html.text("span", (one.host().isEmpty() ? "" : " · ") + one.provider());
        },
        "class",
        "quiet");
    strip(one);
    html.element("table", () -> rows(one));
  }

  private void rows(MonthFacts.Database one) {
    row(
        ReportPhrase.TOUCHES,
        say(
            ReportPhrase.TOUCHES_OF,
            number(one.touches()),
            number(one.alive()),
            number(one.failed()),
            number(one.skipped())));
    row(ReportPhrase.EVIDENCE, counts(one.evidence()));
    row(ReportPhrase.WATCHED, share(one.watched(), one.span()));
    row(ReportPhrase.UP, share(one.up(), one.watched()));
    one.slowest().ifPresent(most -> row(ReportPhrase.SLOWEST, number(most.toMillis()) + " ms"));
    one.safeUntil().ifPresent(at -> row(ReportPhrase.SAFE_UNTIL, date(at)));
    one.certificateUntil().ifPresent(at -> row(ReportPhrase.CERTIFICATE, date(at)));
    row(
        ReportPhrase.OTHERS,
        one.others().isEmpty() ? say(ReportPhrase.NOBODY) : counts(one.others()));
    one.account().ifPresent(this::account);
  }

  private void account(MonthFacts.Account account) {
    row(ReportPhrase.STATE, account.state());
    row(ReportPhrase.COUNTED, account.counted());
    account
        .requests()
        .ifPresent(used ->
            row(
                ReportPhrase.COMMANDS,
                account
                    .requestLimit()
                    .map(limit -> say(ReportPhrase.OF, number(used), number(limit)))
                    .orElse(number(used))));
  }

  private void row(ReportPhrase head, String text) {
    if (!text.isEmpty()) {
      html.element(
          "tr",
          () -> {
            html.text("th", say(head), "scope", "row");
            html.element("td", () -> html.text("bdi", text));
          });
    }
  }

  /// A bar a day: as high as it was watched, red from above by as much as that was down.
  private void strip(MonthFacts.Database one) {
    List<Day> days = one.days();
    html.element(
        "svg",
        () -> {
          html.text("title", say(ReportPhrase.STRIP));
          for (int i = 0; i < days.size(); i++) {
            double watched = days.get(i).watched() * 40;
            double up = watched * days.get(i).up();
            bar(i, 0, 40 - watched, "unwatched");
            bar(i, 40 - watched, watched - up, "down");
            bar(i, 40 - up, up, "up");
          }
        },
        "viewBox",
        "0 0 " + Math.max(1, days.size() * 10) + " 40",
        "preserveAspectRatio",
        "none",
        "role",
        "img");
  }

  private void bar(int day, double y, double height, String kind) {
    if (height > 0.01) {
      html.element(
          "rect",
          () -> {},
          "class",
          kind,
          "x",
          Integer.toString(day * 10 + 1),
          "y",
          Double.toString(y),
          "width",
          "8",
          "height",
          Double.toString(height));
    }
  }

  private String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + number(one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String share(Duration part, Duration whole) {
    if (!whole.isPositive()) {
      return say(ReportPhrase.NOTHING);
    }
    NumberFormat percent = NumberFormat.getPercentInstance(language.locale());
    percent.setMaximumFractionDigits(2);
    percent.setRoundingMode(java.math.RoundingMode.FLOOR);
    return percent.format((double) part.toMillis() / whole.toMillis());
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  private String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(at.atZone(ZoneOffset.UTC));
  }

  private String say(ReportPhrase phrase, Object... values) {
    return language.say(phrase, values);
  }
}
