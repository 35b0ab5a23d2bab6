package dev.upkeep.cli.account;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.language.AccountPhrase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `upkeep unlink-upstash`: forgets the account and its key.
@Command(
    name = "unlink-upstash",
    description = {
      "Forget the linked Upstash account: its key, and what was known of it. Databases are kept as before."
    })
public final class UnlinkUpstashCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  UnlinkUpstashCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    try (AgentApi agent = upkeep.agent()) {
      LinkedAccount now = agent.unlinkAccount();
      if (upkeep.json()) {
        console.out().println(AccountText.json(now).write());
      } else {
        console.say(console.language().say(AccountPhrase.UNLINKED));
      }
    }
    return ExitCode.OK.status();
  }
}
