package dev.upkeep.cli.account;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.databases.UpstashLogin;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.language.AccountPhrase;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `upkeep link-upstash`: has an account looked at twice a day.
@Command(
    name = "link-upstash",
    description = {
      "Link an Upstash account. Twice a day Upkeep looks at what it says: whether touches are counted, quota, new"
          + " databases, and those that are gone. Its key is kept where the secrets are.",
      "The account's e-mail and API key (console: Account, Management API) come from UPSTASH_EMAIL and"
          + " UPSTASH_API_KEY, from standard input as two lines, or are asked for. A read-only key is enough, and"
          + " recommended."
    })
public final class LinkUpstashCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Option(
      names = "--no-probe",
      description =
          "Do not find out what the key may do. Otherwise Upstash is asked, once, to delete a database that cannot"
              + " exist: a read-only key is refused that.")
  private boolean noProbe;

  @Option(
      names = "--keep-new",
      description = "Keep new databases without a question, if they are free and active.")
  private boolean keepNew;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  LinkUpstashCommand() {}

  @Override
  public Integer call() throws Exception {
    Console console = upkeep.console();
    UpstashAccount account = UpstashLogin.of(console);
    if (!noProbe) {
      console.note(console.language().say(AccountPhrase.PROBING));
    }
    try (AgentApi agent = upkeep.agent()) {
      LinkedAccount linked =
          agent.linkAccount(new LinkRequest(account.email(), account.apiKey(), !noProbe, keepNew));
      if (upkeep.json()) {
        console.out().println(AccountText.json(linked).write());
      } else {
        console.say(console.language().say(AccountPhrase.LINKED));
        AccountText.lines(linked, console.when()).forEach(console::say);
      }
    }
    return ExitCode.OK.status();
  }
}
