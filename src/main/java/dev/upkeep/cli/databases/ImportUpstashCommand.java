package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.OfferedAdds;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep import-upstash`: has the agent list an account's databases, and add the chosen ones.
@Command(
    name = "import-upstash",
    description = {
      "Add databases of an Upstash account, with their credentials. Each is tested first.",
      "The account's e-mail and API key (console: Account, Management API) come from UPSTASH_EMAIL"
          + " and UPSTASH_API_KEY, from standard input as two lines, or are asked for. The key is"
          + " used to list the databases and not kept. Accounts made through Vercel or Fly.io have"
          + " none."
    })
public final class ImportUpstashCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(
      names = "--all",
      description = "Add every database that is not kept yet, except suspended ones.")
  private boolean all;

  @Option(
      names = "--only",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Add the databases with exactly these names or ids.")
  private List<String> only = List.of();

  @Option(names = "--dry-run", description = "List the databases and add none.")
  private boolean dryRun;

  @Option(names = "--anyway", description = "Store what fails its test, too.")
  private boolean anyway;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ImportUpstashCommand() {}

  @Override
  public Integer call() throws Exception {
    boolean chosen = requireOneChoice();
    UpstashAccount account = UpstashLogin.of(upkeep.console());
    UpstashOffer offer;
    try (AgentApi agent = upkeep.agent()) {
      offer = agent.listUpstash(account);
      if (chosen) {
        show(offer);
        return add(agent, account, offer, chosen(offer.databases()));
      }
    }
    // Nobody holds the agent's place while a person thinks.
    List<OfferedDatabase> answered = ask(offer);
    try (AgentApi agent = upkeep.agent()) {
      return add(agent, account, offer, answered);
    }
  }

  /// Whether the arguments say which; if not, there is somebody to ask.
  private boolean requireOneChoice() throws UsageException {
    int choices = (all ? 1 : 0) + (only.isEmpty() ? 0 : 1) + (dryRun ? 1 : 0);
    if (choices > 1) {
      throw new UsageException("Of --all, --only and --dry-run only one can be meant.");
    }
    if (choices == 0 && !upkeep.console().terminal().interactive()) {
      throw new UsageException(
          "Nobody can be asked which databases to add. Say --all or --only NAME, or --dry-run to see"
              + " them.");
    }
    return choices == 1;
  }

  private List<OfferedDatabase> chosen(List<OfferedDatabase> offered) throws UsageException {
    if (dryRun) {
      return List.of();
    }
    return all ? OfferChoice.wanted(offered) : OfferChoice.named(only, offered);
  }

  private void show(UpstashOffer offer) {
    Console console = upkeep.console();
    if (dryRun && upkeep.json()) {
      offer.databases().forEach(d -> console.out().println(OfferText.json(d).write()));
    } else if (dryRun && !offer.databases().isEmpty()) {
      OfferText.table(offer.databases()).forEach(console::say);
    }
    if (only.isEmpty()) {
      OfferText.remarks(offer.databases(), offer.unreadable()).forEach(console::note);
    }
  }

  private List<OfferedDatabase> ask(UpstashOffer offer) {
    Console console = upkeep.console();
    OfferText.remarks(offer.databases(), offer.unreadable()).forEach(console::note);
    if (offer.databases().stream().noneMatch(OfferedDatabase::addable)) {
      return List.of();
    }
    // Part of the question, and not of the result.
    OfferText.table(offer.databases()).forEach(line -> console.err().println(Screen.clean(line)));
    while (true) {
      Optional<String> answer =
          Input.answer(console, "Add which? Numbers such as 1 3-5, all, or Enter for none:");
      Optional<List<OfferedDatabase>> chosen =
          OfferChoice.typed(answer.orElse(""), offer.databases());
      if (chosen.isPresent()) {
        return chosen.get();
      }
      console.note("These are not numbers from 1 to " + offer.databases().size() + ".");
    }
  }

  private int add(
      AgentApi agent, UpstashAccount account, UpstashOffer offer, List<OfferedDatabase> chosen)
      throws AgentException {
    List<ExitCode> codes = new ArrayList<>();
    if (all && offer.databases().stream().anyMatch(ImportUpstashCommand::isClosed)) {
      codes.add(ExitCode.USAGE);
    }
    chosen.stream().filter(d -> d.keptAs().isPresent()).forEach(this::noteKept);
    List<OfferedDatabase> fresh = chosen.stream().filter(d -> d.keptAs().isEmpty()).toList();
    if (!fresh.isEmpty()) {
      Results results = new Results(new AddReport(upkeep, agent.snapshot().agent()), codes);
      try {
        new OfferedAdds(agent, offer.id(), anyway).run(fresh, this::isUnheard, results);
        agent.forgetUpstash(offer.id());
      } catch (Refused forgotten) {
        // The core that listed them was another command's, or the person took very long.
        UpstashOffer again = agent.listUpstash(account);
        new OfferedAdds(agent, again.id(), anyway)
            .run(results.left(fresh), this::isUnheard, results);
        agent.forgetUpstash(again.id());
      }
      results.remark();
    } else {
      agent.forgetUpstash(offer.id());
      if (!dryRun && !upkeep.json()) {
        upkeep.console().say("No database was added.");
      }
    }
    return ExitCode.mostUrgent(codes).status();
  }

  private static boolean isClosed(OfferedDatabase database) {
    return database.keptAs().isEmpty() && !database.hasCredentials();
  }

  private boolean isUnheard() {
    return upkeep.console().out().checkError();
  }

  private void noteKept(OfferedDatabase database) {
    String name = database.keptAs().orElseThrow();
    upkeep
        .console()
        .note(
            name
                + " is kept already and left as it is. upkeep edit NAME --secret gives it a new"
                + " password.");
  }

  /// Tells each result, and keeps what it means for the exit code.
  private final class Results implements OfferedAdds.Listener {
    private final AddReport report;
    private final List<ExitCode> codes;
    private final Set<String> told = new HashSet<>();
    private boolean paid;

    Results(AddReport report, List<ExitCode> codes) {
      this.report = report;
      this.codes = codes;
    }

    @Override
    public void added(OfferedDatabase database, Added added) {
      told.add(database.id());
      paid |= database.plan() == OfferedDatabase.Plan.PAID;
      report.added(added);
    }

    @Override
    public void refused(OfferedDatabase database, Refused refused) {
      told.add(database.id());
      report.refused(database.name(), refused);
      codes.add(ExitCode.of(refused));
    }

    List<OfferedDatabase> left(List<OfferedDatabase> all) {
      return all.stream().filter(database -> !told.contains(database.id())).toList();
    }

    void remark() {
      if (paid) {
        upkeep
            .console()
            .note(
                "Only free databases are known to be archived. A paid one is watched against the"
                    + " same 30 days, to be safe; upkeep edit NAME --window says otherwise.");
      }
    }
  }
}
