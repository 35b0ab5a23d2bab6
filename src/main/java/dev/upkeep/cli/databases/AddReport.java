package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.EvidenceWords;
import dev.upkeep.cli.console.TouchReportJson;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.status.DatabasesJson;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Margin;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.CliPhrase;
import dev.upkeep.language.Language;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Evidence;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.Touch;
import dev.upkeep.words.Elapsed;
import dev.upkeep.words.When;
import java.util.Optional;

/// Tells what became of databases that were added or changed, each as soon as it is known.
final class AddReport {
  private final Upkeep upkeep;
  private final AgentInfo agent;

  AddReport(Upkeep upkeep, AgentInfo agent) {
    this.upkeep = upkeep;
    this.agent = agent;
  }

  void added(Added added) {
    DatabaseStatus status = added.status();
    Console console = upkeep.console();
    if (upkeep.json()) {
      JsonBuilder json = DatabasesJson.database(status, agent, console.clock().instant());
      json.putIfPresent(
          "test", added.test(), touch -> TouchReportJson.of(status.database(), touch));
      console.out().println(json.build().write());
      return;
    }
    console.say(sentence(status, added.test(), console.when()));
    status.warning().ifPresent(console::note);
  }

  /// One that was kept already has its secret now.
  ///
  /// @param started whether it was paused till then
  void filled(DatabaseStatus status, boolean started) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      JsonBuilder json = DatabasesJson.database(status, agent, console.clock().instant());
      console.out().println(json.put("filled", true).build().write());
      return;
    }
    console.say(
        "Gave " + status.database().name() + " its secret" + (started ? ", and started it." : "."));
    status.warning().ifPresent(console::note);
  }

  /// @param several whether it must be said which database is meant
  void refused(Endpoint endpoint, Refused refused, boolean several) {
    refused(several ? Optional.of(endpoint.hostAndPort()) : Optional.empty(), refused);
  }

  void refused(String name, Refused refused) {
    refused(Optional.of(name), refused);
  }

  private void refused(Optional<String> which, Refused refused) {
    String prefix = which.map(name -> name + ": ").orElse("");
    Language reader = upkeep.console().language();
    reader.say(refused.told()).forEach(problem -> upkeep.console().note(prefix + problem));
    if (refused.reason() == Refused.Reason.TEST_FAILED) {
      upkeep.console().note(prefix + reader.say(CliPhrase.NOTHING_STORED));
    }
  }

  /// `Added shop (eu1-….upstash.io:6379). Written and read back in 42 ms. Safe until 22 December.`
  static Sentence sentence(DatabaseStatus status, Optional<Touch> test, When when) {
    Database database = status.database();
    Sentence added =
        CliPhrase.ADDED.with(
            database.name(),
            database.endpoint().hostAndPort(),
            test.map(AddReport::test).orElseGet(CliPhrase.NOT_TESTED::with));
    return switch (status.margin()) {
      case Margin.Known known ->
          added.then(CliPhrase.SAFE_UNTIL.with(known.safeUntil().map(when::longDate).orElse("")));
      case Margin.Unknown unknown when unknown.reason() == Margin.Unknown.Reason.NO_WINDOW ->
          added.then(CliPhrase.NO_WINDOW.with());
      case Margin.Unknown _ -> added;
    };
  }

  private static Sentence test(Touch touch) {
    return switch (touch.outcome()) {
      case Outcome.Alive alive -> {
        String latency = Elapsed.millis(alive.latency());
        Sentence what =
            alive.evidence() == Evidence.WRITE
                ? CliPhrase.WRITTEN.with(latency)
                : CliPhrase.TOUCHED.with(EvidenceWords.of(alive.evidence()), latency);
        yield alive.remark().map(what::then).orElse(what);
      }
      case Outcome.Failed failed ->
          CliPhrase.TEST_FAILED.with(failed.message()).then(failed.advice());
      case Outcome.Skipped skipped -> CliPhrase.NOT_TESTED_SINCE.with(skipped.message());
    };
  }
}
