package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.metrics.MetricsServer;
import dev.upkeep.agent.metrics.MetricsSnapshot;
import dev.upkeep.agent.metrics.TouchTally;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.database.FullStop;
import dev.upkeep.definitions.DefinitionsException;
import dev.upkeep.definitions.MetricsAddress;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the serving of metrics on and off: `--metrics` says where, else the setting. Owned by the
/// agent's thread: every method is called there. While metrics are off, nothing of what serves them
/// is loaded.
final class MetricsSwitch {
  private static final String SETTING = "metrics.address";

  /// A reader has given up by then.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(MetricsSwitch.class);

  private final AgentCalls calls;
  private final Optional<MetricsAddress> option;
  private final Supplier<Settings> settings;
  private final TouchTally tally;
  private final Supplier<MetricsSnapshot> scrape;
  private final Runnable changed;
  private boolean started;
  private Optional<MetricsServer> server = Optional.empty();
  private Optional<Sentence> trouble = Optional.empty();

  /// Off until it is started.
  ///
  /// @param option what `--metrics` says
  /// @param scrape asked on the agent's thread
  /// @param changed told when the trouble is another one
  MetricsSwitch(
      AgentCalls calls,
      Optional<MetricsAddress> option,
      Supplier<Settings> settings,
      TouchTally tally,
      Supplier<MetricsSnapshot> scrape,
      Runnable changed) {
    this.calls = calls;
    this.option = option;
    this.settings = settings;
    this.tally = tally;
    this.scrape = scrape;
    this.changed = changed;
  }

  /// Serves them where that is wanted. The setting's address may be taken by somebody who leaves
  /// again, so that only the option's is required.
  ///
  /// @throws Refused if the option's address cannot be had
  void start() throws Refused {
    started = true;
    follow();
    if (option.isPresent() && trouble.isPresent()) {
      throw refused(trouble.get());
    }
  }

  /// Makes a change of settings, and follows it. An address that cannot be had is refused before
  /// anything is changed. Inside a command, which never starts this, there is nothing to follow.
  ///
  /// @throws AgentException what the change throws
  <T> T change(Map<String, String> values, AgentCalls.Question<T> change) throws AgentException {
    if (!started || option.isPresent() || !values.containsKey(SETTING)) {
      return change.answer();
    }
    Optional<MetricsAddress> before = wanted();
    Optional<MetricsAddress> after = read(values.get(SETTING));
    if (after.isPresent() && !after.equals(before) && !ours(after.get().port())) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(after.get().socket());
      } catch (IOException e) {
        throw refused(sentence(after.get(), e));
      }
    }
    T view = change.answer();
    if (!wanted().equals(before) || trouble.isPresent()) {
      follow();
    }
    return view;
  }

  /// What cannot be read is refused by the change itself.
  private Optional<MetricsAddress> read(String text) {
    try {
      return settings.get().with(Map.of(SETTING, text)).get(Setting.METRICS_ADDRESS);
    } catch (DefinitionsException notAnAddress) {
      return Optional.empty();
    }
  }

  /// Whether the port is free as soon as we give it up.
  private boolean ours(int port) {
    return server.filter(running -> running.address().port() == port).isPresent();
  }

  /// Where they are served. An address that could not be had is tried again.
  MetricsStatus status() {
    if (trouble.isPresent()) {
      follow();
    }
    return new MetricsStatus(
        server.map(running -> "http://" + running.address() + MetricsServer.METRICS),
        trouble,
        option.isPresent());
  }

  /// What keeps metrics from being served although they should be.
  Optional<Sentence> trouble() {
    return trouble;
  }

  private Optional<MetricsAddress> wanted() {
    return option.or(() -> settings.get().get(Setting.METRICS_ADDRESS));
  }

  private void follow() {
    close();
    Optional<Sentence> before = trouble;
    trouble = Optional.empty();
    wanted().ifPresentOrElse(this::serve, tally::end);
    if (!trouble.equals(before)) {
      changed.run();
    }
  }

  private void serve(MetricsAddress address) {
    tally.begin();
    try {
      MetricsServer opened = MetricsServer.open(address, new Pages());
      server = Optional.of(opened);
      LOG.info("Metrics are served at http://{}{}.", opened.address(), MetricsServer.METRICS);
    } catch (IOException e) {
      trouble = Optional.of(sentence(address, e));
      LOG.warn("{}", trouble.get());
    }
  }

  private static Sentence sentence(MetricsAddress address, IOException e) {
    return RefusalPhrase.NO_METRICS.with(address, FullStop.ended(String.valueOf(e.getMessage())));
  }

  private static Refused refused(Sentence sentence) {
    return Refused.of(Refused.Reason.SYSTEM, sentence);
  }

  void close() {
    // No method reference, which would load the server's class only to close nothing.
    if (server.isPresent()) {
      server.get().close();
      server = Optional.empty();
    }
  }

  /// Asks from the server's threads.
  private final class Pages implements MetricsServer.Pages {
    @Override
    public MetricsSnapshot scrape() throws AgentException {
      return calls.ask(scrape::get, PATIENCE);
    }

    @Override
    public Optional<String> trouble() throws AgentException {
      return calls.ask(
          () -> {
            MetricsSnapshot now = scrape.get();
            if (!now.agent().enabled()) {
              return Optional.of("The schedule rests, because KEEPALIVE_ENABLED is false.");
            }
            return now.scheduleRuns()
                ? Optional.empty()
                : Optional.of("The schedule does not run: the agent is starting or stopping.");
          },
          PATIENCE);
    }
  }
}
