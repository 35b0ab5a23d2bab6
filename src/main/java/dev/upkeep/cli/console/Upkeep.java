package dev.upkeep.cli.console;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.log.LogSetup;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `upkeep` itself: the options that every command has.
@Command(
    name = "upkeep",
    description = {
      "Keeps free-tier Upstash Redis databases alive.",
      "Without a command, on a desktop: shows Upkeep, and starts it first if need be."
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything alive, or nothing to do",
      "1:a touch failed, or a service that was asked",
      "2:the command or the configuration cannot be used",
      "3:no agent runs where one is needed, or another instance holds the lock",
      "4:a credential could not be read from where it is kept",
      "5:this computer is offline"
    })
public final class Upkeep implements Callable<Integer> {
  private final Console console;
  private final Optional<AgentAccess.Finder> finder;
  private final Optional<WindowFace> window;
  private final Optional<Bare> bare;

  /// What `upkeep` without a command does.
  @FunctionalInterface
  public interface Bare {
    int run(Upkeep upkeep) throws Exception;
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON, one object a line, with stable names.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log more, with the stack traces of failures.")
  private boolean verbose;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Use the databases, settings and agent of this profile (UPKEEP_PROFILE).")
  private @Nullable String profile;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "Print no colours; NO_COLOR in the environment does the same.")
  private boolean noColor;

  /// One that runs `bare` where no command is given.
  public Upkeep(
      Console console,
      Optional<AgentAccess.Finder> finder,
      Optional<WindowFace> window,
      Optional<Bare> bare) {
    this.console = console;
    this.finder = finder;
    this.window = window;
    this.bare = bare;
  }

  /// One that picocli has no part in.
  public Upkeep(Console console, Optional<AgentAccess.Finder> finder, boolean json) {
    this(console, finder, Optional.empty(), Optional.empty());
    this.json = json;
  }

  public Console console() {
    return console;
  }

  /// Whether there is a way to come by an agent.
  public boolean hasAgentAccess() {
    return finder.isPresent();
  }

  /// The agent to ask: the running one, or its core in this process. To be closed.
  public AgentApi agent() throws NoAgentException, UsageException {
    return required().runningOrInProcess();
  }

  /// The running agent. To be closed.
  public AgentApi runningAgent() throws NoAgentException, UsageException {
    return required().running();
  }

  /// Ends the running agent, of whatever version.
  public void stopAgent() throws NoAgentException, UsageException, AgentException {
    required().stopRunning();
  }

  /// This computer's agent, for the command that is one.
  public LocalAgent localAgent() throws NoAgentException {
    if (required() instanceof LocalAgent local) {
      return local;
    }
    throw new NoAgentException("There is no place for an agent here.");
  }

  /// The window, for the command that opens it.
  public WindowFace window() throws NoAgentException {
    return window.orElseThrow(() -> new NoAgentException("There is no window here."));
  }

  private AgentAccess required() throws NoAgentException {
    return finder
        .orElseThrow(() -> new NoAgentException("There is no agent to ask."))
        .of(profile());
  }

  /// From `--profile`, else from `UPKEEP_PROFILE`; an empty one is the default.
  private Optional<String> profile() {
    String name =
        profile != null
            ? profile
            : console.environment().getOrDefault("UPKEEP_PROFILE", "").strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /// Colours only where a person sees them and nobody has said no (<https://no-color.org>).
  public Paint paint() {
    boolean unwanted =
        noColor
            || !console.environment().getOrDefault("NO_COLOR", "").isEmpty()
            || console.environment().getOrDefault("TERM", "").equals("dumb");
    return unwanted || !console.terminal().interactive() ? Paint.NONE : Paint.ANSI;
  }

  public boolean json() {
    return json;
  }

  public boolean verbose() {
    return verbose;
  }

  public void startLogging() {
    LogSetup.toStandardError(Environment.logForm(console.environment()), verbose);
  }

  @Override
  public Integer call() throws Exception {
    if (bare.isPresent()) {
      return bare.get().run(this);
    }
    throw commandMissing();
  }

  /// What there is to say where nothing can be shown.
  public static UsageException commandMissing() {
    return new UsageException("A command is missing: try upkeep ping, or upkeep --help.");
  }
}
