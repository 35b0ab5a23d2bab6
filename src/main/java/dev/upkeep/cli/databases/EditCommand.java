package dev.upkeep.cli.databases;

import dev.upkeep.cli.console.Console;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.Names;
import dev.upkeep.cli.console.TextOptions;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.status.DatabasesJson;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.Snapshot;
import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseEdit;
import dev.upkeep.database.Provider;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.json.JsonBuilder;
import dev.upkeep.language.CliPhrase;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `upkeep edit`: changes what is set about a database.
@Command(
    name = "edit",
    description = {
      "Change a database. Another address, CA file or certificate drops its stored secret, unless a new one is"
          + " given: a secret goes only where it was meant for."
    })
public final class EditCommand implements Callable<Integer> {
  @ParentCommand private Upkeep upkeep;

  @Parameters(paramLabel = "NAME", description = "What it is called now.")
  private String name;

  @Option(names = "--name", paramLabel = "NEW", description = "What to call it.")
  private @Nullable String newName;

  @Mixin private DefinitionOptions options;

  @Mixin private TextOptions text;

  @Option(names = "--no-ca-file", description = "Trust the system's certificates again.")
  private boolean noCaFile;

  @Option(names = "--no-cert", description = "Show no client certificate any more.")
  private boolean noCertificate;

  @Option(names = "--no-sni", description = "Ask for the host's own name again.")
  private boolean noServerName;

  @Option(names = "--no-sentinel", description = "The address is the database's own again.")
  private boolean noSentinel;

  @Option(
      names = "--secret",
      description = "Take a new password or token from standard input, or ask for it.")
  private boolean secret;

  @Option(
      names = "--url",
      description = "Take a new connection text from standard input, or ask for it.")
  private boolean url;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EditCommand() {}

  /// What came from standard input or the keyboard.
  private record Given(Optional<Found> place, Optional<Secret> secret) {}

  @Override
  public Integer call() throws Exception {
    Consumer<DatabaseEdit> wishes = options.read();
    requireSense();
    Given given = ask(upkeep.console());
    try (AgentApi agent = upkeep.agent()) {
      Snapshot before = agent.snapshot();
      Database old = new Names(before).one(name).database();
      Database changed = changed(old, given, wishes);
      boolean dropped =
          !changed.hasDestinationOf(old)
              && given.secret().isEmpty()
              && changed.secretReference().isEmpty();
      DatabaseStatus status =
          change(
              agent,
              new DatabaseChange(changed, given.secret(), options.anyway(), Optional.of(old)),
              dropped);
      report(status, before, dropped);
    }
    return ExitCode.OK.status();
  }

  private Given ask(Console console) throws UsageException {
    if (url) {
      boolean reference = options.hasSecretReference();
      Found found =
          Pasted.ask(console, "the new connection text", reference, text.wishes())
              .settled(console, options.caFile())
              .one();
      found.remarks().forEach(remark -> console.note(remark));
      return new Given(Optional.of(found), found.secret());
    }
    return new Given(
        Optional.empty(),
        secret
            ? Optional.of(Secret.of(Input.secret(console, "the new password or token")))
            : Optional.empty());
  }

  private Database changed(Database old, Given given, Consumer<DatabaseEdit> wishes)
      throws UsageException {
    DatabaseEdit edit = old.edit();
    given.place().ifPresent(place -> move(edit, old, place));
    if (given.secret().isPresent()) {
      // One that is given now takes the place of one that is kept elsewhere.
      edit.secretReference(Optional.empty());
    }
    if (noCertificate) {
      edit.clientCertificate(Optional.empty());
    }
    if (noServerName) {
      edit.serverName(Optional.empty());
    }
    if (noSentinel) {
      edit.sentinel(Optional.empty());
    }
    wishes.accept(edit);
    if (newName != null) {
      edit.name(newName);
    }
    if (noCaFile) {
      edit.caFile(Optional.empty());
    }
    return DefinitionOptions.checked(edit);
  }

  private void requireSense() throws UsageException {
    if (secret && url) {
      throw new UsageException("--url takes the secret from the text; leave --secret out.");
    }
    if (secret && options.hasSecretReference()) {
      throw new UsageException("Give the secret itself or a reference to it, not both.");
    }
    if (noCaFile && options.hasCaFile()) {
      throw new UsageException("Give --ca-file or --no-ca-file, not both.");
    }
    if ((noCertificate || noServerName) && options.connection().hasIdentity()) {
      throw new UsageException("Give --cert or --no-cert, and --sni or --no-sni, not both.");
    }
    if (noSentinel && options.connection().hasSentinel()) {
      throw new UsageException("Give --sentinel or --no-sentinel, not both.");
    }
    boolean identity = noCertificate || noServerName || noSentinel;
    if (options.isEmpty() && newName == null && !noCaFile && !identity && !secret && !url) {
      throw new UsageException("Nothing to change was given. Try upkeep edit --help.");
    }
  }

  /// A provider that nobody chose follows the host, and credentials that may only read are used so.
  static void move(DatabaseEdit edit, Database old, Found place) {
    edit.endpoint(place.endpoint());
    if (old.provider() == Provider.of(old.endpoint().host())) {
      edit.provider(Provider.of(place.endpoint().host()));
    }
    if (place.mode() == TouchMode.READ) {
      edit.mode(TouchMode.READ);
    }
  }

  private DatabaseStatus change(AgentApi agent, DatabaseChange change, boolean dropped)
      throws AgentException {
    try {
      return agent.edit(change);
    } catch (Refused refused) {
      if (dropped && refused.reason() == Refused.Reason.TEST_FAILED) {
        upkeep
            .console()
            .note(
                "A stored secret is not sent to another address, or under another CA file. Give it"
                    + " again in the same command, with --secret.");
      }
      throw refused;
    }
  }

  private void report(DatabaseStatus status, Snapshot before, boolean dropped) {
    Console console = upkeep.console();
    if (upkeep.json()) {
      JsonBuilder json =
          DatabasesJson.database(status, before.agent(), console.clock().instant())
              .put("secretDropped", dropped);
      console.out().println(json.build().write());
      return;
    }
    console.say(CliPhrase.CHANGED.with(status.database().name()));
    if (dropped) {
      console.note(CliPhrase.SECRET_DROPPED.with());
    }
    status.warning().ifPresent(console::note);
  }
}
