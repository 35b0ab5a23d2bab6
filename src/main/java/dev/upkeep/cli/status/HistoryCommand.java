package dev.upkeep.cli.status;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.HistoryPages;
import dev.upkeep.control.Snapshot;
import dev.upkeep.history.CsvExport;
import dev.upkeep.history.Filter;
import dev.upkeep.history.JsonExport;
import dev.upkeep.words.When;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep history`: what happened, newest first.
@Command(name = "history", description = "Show what happened, newest first.")
public final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Only this database; without it, all.")
  private @Nullable String name;

  @Mixin private HistoryOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  HistoryCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    When when = console.when();
    HistoryOptions.Asked asked = options.read(when, upkeep.json());
    try (AgentApi agent = upkeep.agent()) {
      Snapshot snapshot = agent.snapshot();
      Map<UUID, String> names = new HashMap<>();
      snapshot.databases().forEach(s -> names.put(s.database().id(), s.database().name()));
      Filter filter = asked.filter();
      Collection<String> shown = names.values();
      if (name != null) {
        UUID id = new Names(snapshot).one(name).database().id();
        filter = filter.of(Set.of(id));
        shown = List.of(names.getOrDefault(id, ""));
      }
      HistoryPages pages =
          new HistoryPages(agent, filter, asked.limit(), console.out()::checkError);
      print(asked.format(), pages, names, new HistoryLines(names, shown, when));
    } catch (HistoryPages.Broken broken) {
      throw broken.why();
    }
    return ExitCode.OK.status();
  }

  private void print(
      HistoryOptions.Format format, HistoryPages pages, Map<UUID, String> names, HistoryLines text)
      throws IOException, AgentException {
    Console console = upkeep.console();
    switch (format) {
      case TABLE -> {
        pages.forEachRemaining(touch -> console.say(text.line(touch)));
        if (pages.cut()) {
          console.note("There are older ones. --limit shows more.");
        }
      }
      case JSON ->
          new JsonExport(console.out(), id -> Optional.ofNullable(names.get(id))).write(pages);
      case CSV -> {
        Writer writer =
            new BufferedWriter(new OutputStreamWriter(console.out(), console.out().charset()));
        new CsvExport(writer, id -> names.getOrDefault(id, "")).write(pages);
        writer.flush();
      }
    }
  }
}
