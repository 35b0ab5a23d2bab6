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
import dev.upkeep.control.SecretPlace;
import dev.upkeep.control.SettingsView;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.Subscription;
import dev.upkeep.control.Touched;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.UptimeReport;
import dev.upkeep.control.Watcher;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.control.instance.AgentPlace;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
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
  private static final Duration USUAL = Calls.USUAL;

  /// For what may touch a database, or waits for touches to end.
  private static final Duration TOUCHING = Duration.ofSeconds(90);

  /// A list, and the figures of everything that is kept, each a request.
  private static final Duration ACCOUNT = Duration.ofMinutes(3);

  /// Up to nine programs of the system, of at most 5 s each.
  private static final Duration ASKING_THE_SYSTEM = Duration.ofSeconds(60);

  /// A touch takes at most 30 s, and 16 go on at a time.
  private static final Duration EACH_TOUCH = Duration.ofSeconds(2);

  /// A year of touches of one database is read in less, on a disk that is busy.
  private static final Duration EACH_READING = Duration.ofSeconds(1);

  private final Calls calls;
  private final Questions questions;
  private final Set<ClientWatch> watches = ConcurrentHashMap.newKeySet();

  private ControlClient(Calls calls) {
    this.calls = calls;
    this.questions = new Questions(calls);
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
    return calls.call(new ControlRequest.Snapshot(), USUAL, Replies::snapshot);
  }

  @Override
  public Subscription watch(Watcher watcher) throws AgentException {
    ClientLink link = calls.ask(new ControlRequest.Watch(), USUAL);
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
    return ask(new ControlRequest.Add(database), TOUCHING, Message.Added.class).added();
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws AgentException {
    return ask(new ControlRequest.Edit(change), TOUCHING, Message.Status.class).status();
  }

  @Override
  public void remove(Collection<UUID> databases) throws AgentException {
    questions.tell(databases, USUAL, ControlRequest.Remove::new);
  }

  @Override
  public void forget(Collection<UUID> databases) throws AgentException {
    // One by one: each may take as long as a secret store takes to give up.
    for (UUID database : databases) {
      tell(new ControlRequest.Forget(List.of(database)), TOUCHING);
    }
  }

  @Override
  public SecretInventory secrets() throws AgentException {
    return ask(new ControlRequest.Secrets(), TOUCHING, Message.Secrets.class).inventory();
  }

  @Override
  public SecretInventory moveSecrets(SecretPlace to) throws AgentException {
    return ask(new ControlRequest.MoveSecrets(to), TOUCHING, Message.Secrets.class).inventory();
  }

  @Override
  public SecretInventory forgetOrphans() throws AgentException {
    return ask(new ControlRequest.ForgetOrphans(), TOUCHING, Message.Secrets.class).inventory();
  }

  @Override
  public List<RemovedDatabase> removed() throws AgentException {
    return calls.call(new ControlRequest.Removed(), USUAL, Replies::removed);
  }

  @Override
  public DatabaseStatus restore(UUID database) throws AgentException {
    return ask(new ControlRequest.Restore(database), USUAL, Message.Status.class).status();
  }

  @Override
  public void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException {
    questions.tell(databases, USUAL, batch -> new ControlRequest.Pause(batch, time));
  }

  @Override
  public void resume(Collection<UUID> databases) throws AgentException {
    questions.tell(databases, USUAL, ControlRequest.Resume::new);
  }

  @Override
  public List<Touched> touch(List<UUID> databases) throws AgentException {
    return questions
        .ask(databases, TOUCHING, EACH_TOUCH, ControlRequest.Touch::new, Message.Touched.class)
        .stream()
        .map(Message.Touched::touched)
        .toList();
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
    return calls.call(
        new ControlRequest.Diagnose(subject), TOUCHING, link -> Replies.diagnosed(link, listener));
  }

  @Override
  public Optional<Sentence> secretTrouble() throws AgentException {
    return ask(new ControlRequest.SecretStore(), TOUCHING, Message.SecretStore.class).trouble();
  }

  @Override
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException {
    return ask(new ControlRequest.History(filter, after, limit), USUAL, Message.Page.class).page();
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) throws AgentException {
    return questions
        .ask(databases, USUAL, EACH_READING, ControlRequest.Uptime::new, Message.Uptime.class)
        .stream()
        .map(Message.Uptime::uptime)
        .toList();
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException {
    List<Stretch> together = List.of();
    for (List<UUID> batch : Questions.batches(databases)) {
      Duration time = USUAL.plus(EACH_READING.multipliedBy(batch.size()));
      ControlRequest request = new ControlRequest.Chart(batch, from, to, stretches);
      together = Stretch.together(together, ask(request, time, Message.Chart.class).stretches());
    }
    return together;
  }

  @Override
  public SettingsView settings() throws AgentException {
    return ask(new ControlRequest.Settings(), USUAL, Message.Settings.class).settings();
  }

  @Override
  public SettingsView changeSettings(long revision, Map<String, String> values)
      throws AgentException {
    ControlRequest request = new ControlRequest.ChangeSettings(revision, values);
    return ask(request, USUAL, Message.Settings.class).settings();
  }

  @Override
  public MetricsStatus metrics() throws AgentException {
    return ask(new ControlRequest.Metrics(), USUAL, Message.Metrics.class).metrics();
  }

  @Override
  public List<IntegrationStatus> outlets() throws AgentException {
    return ask(new ControlRequest.Outlets(), TOUCHING, Message.Outlets.class).outlets();
  }

  @Override
  public IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url)
      throws AgentException {
    return calls.call(new ControlRequest.ChangeOutlet(outlet, url), TOUCHING, Replies::outlet);
  }

  @Override
  public IntegrationCheck testOutlet(Integration outlet) throws AgentException {
    return ask(new ControlRequest.TestOutlet(outlet), TOUCHING, Message.OutletTested.class).test();
  }

  @Override
  public String export() throws AgentException {
    return calls.call(new ControlRequest.Export(), USUAL, Replies::text);
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
    ControlRequest request = new ControlRequest.AddUpstash(offer, database, untested);
    return ask(request, TOUCHING, Message.Added.class).added();
  }

  @Override
  public LinkedAccount account() throws AgentException {
    return account(new ControlRequest.Account(), USUAL);
  }

  @Override
  public LinkedAccount linkAccount(LinkRequest request) throws AgentException {
    return account(new ControlRequest.LinkAccount(request), ACCOUNT);
  }

  @Override
  public LinkedAccount unlinkAccount() throws AgentException {
    return account(new ControlRequest.UnlinkAccount(), TOUCHING);
  }

  @Override
  public LinkedAccount lookAtAccount() throws AgentException {
    return account(new ControlRequest.LookAtAccount(), ACCOUNT);
  }

  @Override
  public Added keepFound(String database) throws AgentException {
    return ask(new ControlRequest.KeepFound(database), ACCOUNT, Message.Added.class).added();
  }

  @Override
  public LinkedAccount ignoreFound(String database) throws AgentException {
    return account(new ControlRequest.IgnoreFound(database), USUAL);
  }

  private LinkedAccount account(ControlRequest request, Duration patience) throws AgentException {
    return ask(request, patience, Message.Account.class).account();
  }

  @Override
  public void forgetUpstash(UUID offer) throws AgentException {
    tell(new ControlRequest.ForgetUpstash(offer), USUAL);
  }

  @Override
  public void show(Optional<UUID> database) throws AgentException {
    tell(new ControlRequest.Show(database), TOUCHING);
  }

  @Override
  public LoginStartStatus loginStart() throws AgentException {
    return loginStart(new ControlRequest.LoginStart());
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws AgentException {
    return loginStart(new ControlRequest.TurnLoginStart(on));
  }

  private LoginStartStatus loginStart(ControlRequest request) throws AgentException {
    return ask(request, ASKING_THE_SYSTEM, Message.LoginStart.class).loginStart();
  }

  @Override
  public void stop() throws AgentException {
    tell(new ControlRequest.Stop(), TOUCHING);
  }

  private <M extends Message> M ask(ControlRequest request, Duration time, Class<M> answer)
      throws AgentException {
    return questions.ask(request, time, answer);
  }

  private void tell(ControlRequest request, Duration time) throws AgentException {
    questions.tell(request, time);
  }

  /// Ends what is watched; calls that are under way are not interrupted.
  @Override
  public void close() {
    calls.close();
    watches.forEach(ClientWatch::close);
  }
}
