package dev.upkeep.cli.settings;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SecretPlace;
import dev.upkeep.json.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep secrets`: says where secrets are, and moves them.
@Command(
    name = "secrets",
    description = {
      "Show how many secrets are in the keychain and how many in the file under a passphrase.",
      "move keychain, or move file, moves all of them there after a yes: each is copied, read back,"
          + " and only then removed. Nothing moves by itself."
    })
public final class SecretsCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(index = "0", arity = "0..1", paramLabel = "move", description = "Move them.")
  private @Nullable String action;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "keychain|file",
      description = "Where they are to be.")
  private @Nullable String place;

  @Option(names = "--yes", description = "Do not ask before they are moved.")
  private boolean yes;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SecretsCommand() {}

  @Override
  public Integer call() throws Exception {
    Optional<SecretPlace> to = destination();
    try (AgentApi agent = upkeep.agent()) {
      SecretInventory before = agent.secrets();
      if (to.isEmpty()) {
        print(before);
        return ExitCode.OK.status();
      }
      int there = to.get() == SecretPlace.FILE ? before.inKeychain() : before.inFile();
      if (there > 0 && !agreed(there, to.get())) {
        upkeep.console().note("Nothing was moved. Without a terminal, say --yes as well.");
        print(before);
        return ExitCode.OK.status();
      }
      print(there > 0 ? agent.moveSecrets(to.get()) : before);
    }
    return ExitCode.OK.status();
  }

  private Optional<SecretPlace> destination() throws UsageException {
    if (action == null) {
      return Optional.empty();
    }
    if (!action.equals("move")) {
      throw new UsageException("What can be done with secrets is to move them: secrets move file.");
    }
    return Optional.of(
        switch (Optional.ofNullable(place).orElse("").toLowerCase(Locale.ROOT)) {
          case "keychain" -> SecretPlace.KEYCHAIN;
          case "file" -> SecretPlace.FILE;
          default -> throw new UsageException("Say where to: keychain or file.");
        });
  }

  private boolean agreed(int count, SecretPlace to) throws UsageException {
    Console console = upkeep.console();
    String where = to == SecretPlace.FILE ? "the file under a passphrase" : "the keychain";
    return yes
        || (console.terminal().interactive()
            && Input.confirmed(console, "Move " + count + " secrets to " + where + "?"));
  }

  private void print(SecretInventory now) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      console
          .out()
          .println(
              Json.object()
                  .put("inKeychain", now.inKeychain())
                  .put("inFile", now.inFile())
                  .put("stillToDelete", now.owed())
                  .put("orphans", now.orphans())
                  .build()
                  .write());
      return;
    }
    console.say(
        now.inKeychain()
            + " in the keychain, "
            + now.inFile()
            + " in the file under a passphrase.");
  }
}
