package dev.upkeep.control.client;

import dev.upkeep.control.Added;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportReport;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.LoginStartStatus;
import dev.upkeep.control.MetricsStatus;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.control.SecretInventory;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Touched;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The agent, seen from another process. Every call has a connection of its own, which costs less
/// than a millisecond: no call waits for another, none meets a connection that went stale, and
/// nothing is held open between two. After [AgentException.Gone] a later call may well succeed, by
/// an agent that was started since.
public final class ControlClient implements AgentApi {
  /// For what may touch a database, or waits for touches to end.
  private static final Duration TOUCHING = Duration.ofSeconds(90);

  /// Up to nine programs of the system, of at most 5 s each.
  private static final Duration ASKING_THE_SYSTEM = Duration.ofSeconds(60);

  /// A touch takes at most 30 s, and 16 go on at a time.
  private static final Duration EACH_TOUCH = Duration.ofSeconds(2);

  /// A year of touches of one database is read in less, on a disk that is busy.
  private static final Duration EACH_READING = Duration.ofSeconds(1);

  /// So many ids fit into a request.
  private static final int BATCH = 1000;

  private final Calls calls;
  private final Set<ClientWatch> watches = ConcurrentHashMap.newKeySet();

  private ControlClient(Calls calls) {
    this.calls = calls;
  }

  /// A client of an agent that has just answered.
  ///
  /// @throws AgentException.OtherVersion if it speaks another version of the protocol
  /// @throws AgentException.Gone if none is there
  public static ControlClient connect(AgentPlace place) throws AgentException {
    Calls calls = new Calls(place);
    calls.open().close();
    return new ControlClient(calls);
  }

  /// Ends an agent of whatever version.
  ///
  /// @throws AgentException.Gone if none is there
  public static void stopAnyVersion(AgentPlace place) throws AgentException {
    try (ClientLink link = ClientLink.connect(place, TOUCHING)) {
      link.send(new ControlRequest.Stop());
      link.next(Message.Done.class);
    }
  }

  @Override
  public Snapshot snapshot() throws AgentException {
    return calls.call(new ControlRequest.Snapshot(), Calls.USUAL, Replies::snapshot);
  }

  @Override
  public Subscription watch(Watcher watcher) throws AgentException {
    ClientLink link = calls.ask(new ControlRequest.Watch(), Calls.USUAL);
    ClientWatch watch = new ClientWatch(link, watcher, watches::remove);
    watches.add(watch);
    try {
      watch.start();
    } catch (AgentException | RuntimeException e) {
      watch.close();
      throw e;
    }
    if (calls.closed()) {
      watch.close();
    }
    return watch;
  }

  @Override
  public Added add(NewDatabase database) throws AgentException {
    return calls.call(
        new ControlRequest.Add(database),
        TOUCHING,
        link -> link.next(Message.AddedOne.class).added());
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws AgentException {
    return calls.call(
        new ControlRequest.Edit(change),
        TOUCHING,
        link -> link.next(Message.Status.class).status());
  }

  @Override
  public void remove(Collection<UUID> databases) throws AgentException {
    for (List<UUID> batch : batches(databases)) {
      calls.call(new ControlRequest.Remove(batch), Calls.USUAL, ControlClient::done);
    }
  }

  @Override
  public void forget(Collection<UUID> databases) throws AgentException {
    // One by one: each may take as long as a secret store takes to give up.
    for (UUID database : databases) {
      calls.call(new ControlRequest.Forget(List.of(database)), TOUCHING, ControlClient::done);
    }
  }

  @Override
  public SecretInventory secrets() throws AgentException {
    return calls.call(
        new ControlRequest.Secrets(),
        TOUCHING,
        link -> link.next(Message.Secrets.class).inventory());
  }

  @Override
  public SecretInventory forgetOrphans() throws AgentException {
    return calls.call(
        new ControlRequest.ForgetOrphans(),
        TOUCHING,
        link -> link.next(Message.Secrets.class).inventory());
  }

  @Override
  public DatabaseStatus restore(UUID database) throws AgentException {
    return calls.call(
        new ControlRequest.Restore(database),
        Calls.USUAL,
        link -> link.next(Message.Status.class).status());
  }

  @Override
  public void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException {
    for (List<UUID> batch : batches(databases)) {
      calls.call(new ControlRequest.Pause(batch, time), Calls.USUAL, ControlClient::done);
    }
  }

  @Override
  public void resume(Collection<UUID> databases) throws AgentException {
    for (List<UUID> batch : batches(databases)) {
      calls.call(new ControlRequest.Resume(batch), Calls.USUAL, ControlClient::done);
    }
  }

  @Override
  public List<Touched> touch(List<UUID> databases) throws AgentException {
    List<Touched> touched = new ArrayList<>();
    for (List<UUID> batch : batches(databases)) {
      Duration time = TOUCHING.plus(EACH_TOUCH.multipliedBy(batch.size()));
      calls.call(
          new ControlRequest.Touch(batch),
          time,
          link -> {
            while (link.next() instanceof Message.TouchEnded(var one)) {
              touched.add(one);
            }
            return touched;
          });
    }
    return List.copyOf(touched);
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
    return calls.call(
        new ControlRequest.Diagnose(subject), TOUCHING, link -> Replies.diagnosed(link, listener));
  }

  @Override
  public Optional<String> secretTrouble() throws AgentException {
    return calls.call(
        new ControlRequest.SecretStore(),
        TOUCHING,
        link -> link.next(Message.SecretStore.class).trouble());
  }

  @Override
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException {
    return calls.call(
        new ControlRequest.History(filter, after, limit),
        Calls.USUAL,
        link -> link.next(Message.History.class).page());
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) throws AgentException {
    List<UptimeReport> reports = new ArrayList<>();
    for (List<UUID> batch : batches(databases)) {
      calls.call(
          new ControlRequest.Uptime(batch),
          Calls.USUAL.plus(EACH_READING.multipliedBy(batch.size())),
          link -> {
            while (link.next() instanceof Message.Uptime(var report)) {
              reports.add(report);
            }
            return reports;
          });
    }
    return List.copyOf(reports);
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException {
    List<Stretch> together = List.of();
    for (List<UUID> batch : batches(databases)) {
      List<Stretch> some =
          calls.call(
              new ControlRequest.Chart(batch, from, to, stretches),
              Calls.USUAL.plus(EACH_READING.multipliedBy(batch.size())),
              link -> link.next(Message.Chart.class).stretches());
      together = Stretch.together(together, some);
    }
    return together;
  }

  @Override
  public SettingsView settings() throws AgentException {
    return calls.call(new ControlRequest.Settings(), Calls.USUAL, ControlClient::settings);
  }

  @Override
  public SettingsView changeSettings(long revision, Map<String, String> values)
      throws AgentException {
    return calls.call(
        new ControlRequest.ChangeSettings(revision, values), Calls.USUAL, ControlClient::settings);
  }

  private static SettingsView settings(ClientLink link) throws AgentException {
    return link.next(Message.Settings.class).settings();
  }

  @Override
  public MetricsStatus metrics() throws AgentException {
    return calls.call(
        new ControlRequest.Metrics(),
        Calls.USUAL,
        link -> link.next(Message.Metrics.class).status());
  }

  @Override
  public List<IntegrationStatus> outlets() throws AgentException {
    return calls.call(
        new ControlRequest.Outlets(), TOUCHING, link -> link.next(Message.Outlets.class).outlets());
  }

  @Override
  public IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url)
      throws AgentException {
    return calls.call(new ControlRequest.ChangeOutlet(outlet, url), TOUCHING, Replies::outlet);
  }

  @Override
  public IntegrationCheck testOutlet(Integration outlet) throws AgentException {
    return calls.call(
        new ControlRequest.TestOutlet(outlet),
        TOUCHING,
        link -> link.next(Message.OutletTested.class).test());
  }

  @Override
  public String export() throws AgentException {
    return calls.call(new ControlRequest.Export(), Calls.USUAL, Replies::text);
  }

  @Override
  public ImportReport importAll(String json, ImportTerms terms) throws AgentException {
    try (ClientLink link = calls.open()) {
      for (Iterator<String> pieces = Wire.pieces(json).iterator(); pieces.hasNext(); ) {
        link.send(new ControlRequest.Import(pieces.next(), !pieces.hasNext(), terms));
      }
      return link.next(Message.Imported.class).report();
    }
  }

  @Override
  public UpstashOffer listUpstash(UpstashAccount account) throws AgentException {
    return calls.call(new ControlRequest.ListUpstash(account), TOUCHING, Replies::offer);
  }

  @Override
  public Added addUpstash(UUID offer, String database, boolean untested) throws AgentException {
    return calls.call(
        new ControlRequest.AddUpstash(offer, database, untested),
        TOUCHING,
        link -> link.next(Message.AddedOne.class).added());
  }

  @Override
  public void forgetUpstash(UUID offer) throws AgentException {
    calls.call(new ControlRequest.ForgetUpstash(offer), Calls.USUAL, ControlClient::done);
  }

  @Override
  public void show(Optional<UUID> database) throws AgentException {
    calls.call(new ControlRequest.Show(database), TOUCHING, ControlClient::done);
  }

  @Override
  public LoginStartStatus loginStart() throws AgentException {
    return calls.call(
        new ControlRequest.LoginStart(), ASKING_THE_SYSTEM, ControlClient::loginStart);
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws AgentException {
    return calls.call(
        new ControlRequest.TurnLoginStart(on), ASKING_THE_SYSTEM, ControlClient::loginStart);
  }

  private static LoginStartStatus loginStart(ClientLink link) throws AgentException {
    return link.next(Message.LoginStart.class).status();
  }

  @Override
  public void stop() throws AgentException {
    calls.call(new ControlRequest.Stop(), TOUCHING, ControlClient::done);
  }

  /// Ends what is watched; calls that are under way are not interrupted.
  @Override
  public void close() {
    calls.close();
    watches.forEach(ClientWatch::close);
  }

  private static Message.Done done(ClientLink link) throws AgentException {
    return link.next(Message.Done.class);
  }

  private static List<List<UUID>> batches(Collection<UUID> ids) {
    List<UUID> all = List.copyOf(ids);
    List<List<UUID>> batches = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + BATCH, all.size());
      batches.add(all.subList(from, to));
      from = to;
    } while (from < all.size());
    return batches;
  }
}
