package dev.upkeep.cli.account;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.LinkedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep account`: what the linked account says.
@Command(
    name = "account",
    description = {
      "Show the linked Upstash account: when it was looked at, and the databases that it has and nobody keeps."
    })
public final class AccountCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(names = "--look", description = "Look at it now; at most once a minute.")
  private boolean look;

  @Option(
      names = "--keep",
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "Keep these databases of it, by name or id. Their secrets are read only now; where the account does not"
              + " tell one, use upkeep add.")
  private List<String> keep = List.of();

  @Option(
      names = "--ignore",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Say nothing more of these.")
  private List<String> ignore = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AccountCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    try (AgentApi agent = upkeep.agent()) {
      LinkedAccount account = look ? agent.lookAtAccount() : agent.account();
      List<FoundDatabase> kept = chosen(keep, account);
      List<FoundDatabase> ignored = chosen(ignore, account);
      for (FoundDatabase one : kept) {
        String name = agent.keepFound(one.id()).status().database().name();
        if (!upkeep.json()) {
          console.say("Added " + name + ".");
        }
      }
      for (FoundDatabase one : ignored) {
        account = agent.ignoreFound(one.id());
      }
      show(kept.isEmpty() ? account : again(agent));
    }
    return ExitCode.OK.status();
  }

  private static LinkedAccount again(AgentApi agent) throws AgentException {
    return agent.account();
  }

  private void show(LinkedAccount account) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      console.out().println(AccountText.json(account).write());
    } else {
      AccountText.lines(account, console.when()).forEach(console::say);
    }
  }

  /// An id means one; a name that several have means none.
  private static List<FoundDatabase> chosen(List<String> words, LinkedAccount account)
      throws UsageException {
    List<FoundDatabase> chosen = new ArrayList<>();
    for (String word : words) {
      List<FoundDatabase> found =
          account.unkept().stream()
              .filter(one -> one.id().equals(word) || one.name().equals(word))
              .toList();
      if (found.size() != 1) {
        throw new UsageException(
            found.isEmpty()
                ? "The account has no database of that name or id that nobody keeps. upkeep account"
                    + " shows them."
                : "Several databases of the account have that name. Give the id of one; upkeep"
                    + " account shows them.");
      }
      chosen.add(found.getFirst());
    }
    return chosen;
  }
}
