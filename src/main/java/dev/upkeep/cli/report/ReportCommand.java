package dev.upkeep.cli.report;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.console.Words;
import dev.upkeep.control.AgentApi;
import dev.upkeep.file.OwnerOnly;
import dev.upkeep.json.Json;
import dev.upkeep.report.MonthFacts;
import dev.upkeep.report.MonthFiles;
import dev.upkeep.report.MonthPage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep report`: a month on one page.
@Command(
    name = "report",
    description = {
      "Write a month on one page: touches and what they proved, how much was watched, quota, certificates, and who else"
          + " keeps what. The page loads nothing and has no script."
    })
public final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      description = "Which month, in UTC; the last one that is over unless it is said.")
  private @Nullable String month;

  @Option(
      names = "--format",
      paramLabel = "html|json|csv",
      defaultValue = "html",
      description = "For people, or for programs.")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to write it, - for standard output; upkeep-YYYY-MM.html and so on otherwise.")
  private @Nullable String output;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(names = "--hosts", description = "Write hosts out in full.")
  private boolean hosts;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReportCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    Instant now = console.clock().instant();
    YearMonth wanted = month(now);
    String kind = format.toLowerCase(Locale.ROOT);
    if (!kind.equals("html") && !kind.equals("json") && !kind.equals("csv")) {
      throw new UsageException("--format is html, json or csv.");
    }
    MonthFacts facts;
    try (AgentApi agent = upkeep.agent()) {
      facts =
          new MonthCollector(
                  agent,
                  wanted,
                  now,
                  hosts,
                  kind.equals("html") ? Optional.of(console.language()) : Optional.empty())
              .collect();
    }
    String text =
        switch (kind) {
          case "json" -> MonthFiles.json(facts);
          case "csv" -> MonthFiles.csv(facts);
          default -> MonthPage.of(facts, console.language());
        };
    write(text, output == null ? "upkeep-" + wanted + "." + kind : output);
    return ExitCode.OK.status();
  }

  private YearMonth month(Instant now) throws UsageException {
    YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
    if (month == null) {
      return current.minusMonths(1);
    }
    try {
      YearMonth wanted = YearMonth.parse(month);
      if (wanted.isAfter(current) || wanted.getYear() < 2000) {
        throw new UsageException("Of that month nothing is known.");
      }
      return wanted;
    } catch (DateTimeException e) {
      throw new UsageException("--month is a year and a month, such as 2026-11.");
    }
  }

  /// Only for its owner from the first byte on; a file that is there is replaced as a whole, so a
  /// link that somebody has put there is not followed.
  private void write(String text, String name) throws UsageException {
    Console console = upkeep.console();
    if (name.equals("-")) {
      console.out().print(text);
      console.out().flush();
      return;
    }
    try {
      Path file = Path.of(name);
      if (force) {
        Files.deleteIfExists(file);
      }
      OwnerOnly.newFile(file);
      Files.writeString(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          Words.foreignWord(name) + " is there already. --force writes over it.");
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(Words.foreignWord(name) + " cannot be written.");
    }
    if (upkeep.json()) {
      console.out().println(Json.object().put("file", name).build().write());
    } else {
      console.say("Wrote " + Words.foreignWord(name) + ".");
    }
  }
}
