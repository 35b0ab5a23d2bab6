package dev.upkeep.cli.settings;

import dev.upkeep.alert.webhook.Heartbeat;
import dev.upkeep.cli.console.ExitCode;
import dev.upkeep.cli.console.Input;
import dev.upkeep.cli.console.NoAgentException;
import dev.upkeep.cli.console.Upkeep;
import dev.upkeep.cli.console.UsageException;
import dev.upkeep.cli.status.IntegrationReport;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.AlertChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `upkeep settings` does with webhook and heartbeat, whose addresses are secrets and no
/// settings, and with the password of e-mail: they come from a prompt or standard input, and are
/// never shown again.
///
/// @param test whether this is the key that sends a test, rather than the one of the address
record IntegrationKey(Integration outlet, boolean test) {
  private static final Set<String> REMOVALS = Set.of("off", "default");

  /// The key of this name, if it is one of these.
  static Optional<IntegrationKey> of(String name) {
    return keys().filter(key -> key.name().equals(name)).findFirst().or(() -> named(name));
  }

  /// That of a channel, as `webhook.oncall.url`.
  private static Optional<IntegrationKey> named(String name) {
    int dot = name.lastIndexOf('.');
    return Optional.of(name)
        .filter(it -> it.endsWith(".url") || it.endsWith(".test"))
        .flatMap(it -> Integration.of(it.substring(0, dot)))
        .filter(outlet -> outlet.channel().filter(AlertChannel::isName).isPresent())
        .map(outlet -> new IntegrationKey(outlet, name.endsWith(".test")));
  }

  /// Their names.
  static List<String> all() {
    return keys().map(IntegrationKey::name).toList();
  }

  private static Stream<IntegrationKey> keys() {
    return Stream.concat(Integration.values().stream(), Stream.of(Integration.MAIL))
        .flatMap(one -> Stream.of(new IntegrationKey(one, false), new IntegrationKey(one, true)));
  }

  String name() {
    return test ? outlet.testKey() : outlet.urlKey();
  }

  /// Sets, removes or tests.
  ///
  /// @param value as it was given in the arguments
  ExitCode run(Upkeep upkeep, Optional<String> value, boolean stdin) throws Exception {
    if (test && (value.isPresent() || stdin)) {
      throw new UsageException(
          name() + " takes no value: it sends a message and says what came back.");
    }
    return test ? test(upkeep) : change(upkeep, value, stdin);
  }

  private ExitCode change(Upkeep upkeep, Optional<String> value, boolean stdin) throws Exception {
    if (value.isPresent() && (stdin || !REMOVALS.contains(value.get()))) {
      throw new UsageException(
          (outlet.kind() == Integration.Kind.MAIL ? "The password" : "The address")
              + " is a secret, and arguments are seen by everybody on this computer. Nothing"
              + " was stored. Run upkeep settings "
              + name()
              + " without it, and give it when asked, or on standard input; off removes it.");
    }
    // Before the agent is asked for: nobody may wait for a person while the lock is held.
    Optional<Secret> url = value.isPresent() ? Optional.empty() : Optional.of(given(upkeep));
    try (AgentApi agent = upkeep.agent()) {
      if (url.isPresent()) {
        ChannelKey.ensure(agent, outlet);
      }
      IntegrationStatus status = agent.changeOutlet(outlet, url);
      if (url.isEmpty()) {
        ChannelKey.drop(agent, outlet);
      }
      if (upkeep.json()) {
        upkeep.console().out().println(IntegrationReport.json(status).write());
      } else {
        upkeep.console().say(IntegrationReport.text(status));
      }
    }
    return ExitCode.OK;
  }

  private Secret given(Upkeep upkeep) throws UsageException {
    if (outlet.kind() == Integration.Kind.MAIL) {
      return Secret.of(Input.secret(upkeep.console(), "the password of the mail account"));
    }
    String url = Input.secret(upkeep.console(), "the URL of the " + outlet.word()).strip();
    Optional<String> problem = Heartbeat.problem(url);
    if (problem.isPresent()) {
      throw new UsageException(problem.get());
    }
    return Secret.of(url);
  }

  private ExitCode test(Upkeep upkeep) throws NoAgentException, UsageException, AgentException {
    IntegrationCheck result;
    try (AgentApi agent = upkeep.agent()) {
      result = agent.testOutlet(outlet);
    }
    if (upkeep.json()) {
      upkeep.console().out().println(IntegrationReport.json(result).write());
    } else if (result.delivered()) {
      upkeep.console().say(IntegrationReport.text(result));
    } else {
      upkeep.console().note(IntegrationReport.text(result));
    }
    return result.delivered() ? ExitCode.OK : ExitCode.TOUCH_FAILED;
  }
}
