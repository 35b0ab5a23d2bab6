package dev.upkeep.control;

import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Cursor;
import dev.upkeep.history.Filter;
import dev.upkeep.history.Stretch;
import dev.upkeep.history.TouchPage;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.FakeAgent;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/// Writes down each call with its arguments, and answers with one of everything that crosses the
/// wire.
public class SampleAgent extends FakeAgent {
  /// The arguments of each call, in the order of the calls.
  final BlockingQueue<List<Object>> calls = new LinkedBlockingQueue<>();

  final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  final BlockingQueue<Watcher> unwatched = new LinkedBlockingQueue<>();
  volatile Snapshot snapshot = snapshotOf(3);
  public volatile UpstashOffer offered = Samples.offer();

  static Snapshot snapshotOf(int databases) {
    return new Snapshot(
        Samples.agent(),
        IntStream.range(0, databases)
            .mapToObj(i ->
                Samples.status(Samples.database("Database " + i).edit().id(new UUID(0, i)).done()))
            .toList());
  }

  private void called(Object... arguments) {
    calls.add(List.of(arguments));
  }

  @Override
  public Snapshot snapshot() throws AgentException {
    called("snapshot");
    return snapshot;
  }

  @Override
  public Subscription watch(Watcher watcher) throws AgentException {
    watchers.add(watcher);
    watcher.snapshot(snapshot);
    return () -> {
      watchers.remove(watcher);
      unwatched.add(watcher);
    };
  }

  public void tellAll(Change change) {
    watchers.forEach(watcher -> watcher.changed(change));
  }

  @Override
  public Added add(NewDatabase database) throws AgentException {
    called("add", database);
    return new Added(
        Samples.status(database.database()), Optional.of(Samples.touches().getFirst()));
  }

  @Override
  public DatabaseStatus edit(DatabaseChange change) throws AgentException {
    called("edit", change);
    return Samples.status(change.database());
  }

  @Override
  public void remove(Collection<UUID> databases) throws AgentException {
    called("remove", databases);
  }

  @Override
  public void forget(Collection<UUID> databases) throws AgentException {
    called("forget", databases);
  }

  @Override
  public SecretInventory secrets() throws AgentException {
    called("secrets");
    return new SecretInventory(3, 2, 1, 4);
  }

  @Override
  public SecretInventory moveSecrets(SecretPlace to) throws AgentException {
    called("moveSecrets", to);
    return new SecretInventory(3, 2, 1, 4);
  }

  @Override
  public SecretInventory forgetOrphans() throws AgentException {
    called("forgetOrphans");
    return new SecretInventory(3, 2, 1, 4);
  }

  @Override
  public List<RemovedDatabase> removed() throws AgentException {
    return List.of(new RemovedDatabase(Samples.database("removed"), Samples.NOW));
  }

  @Override
  public DatabaseStatus restore(UUID database) throws AgentException {
    called("restore", database);
    return Samples.bareStatus(Samples.database("Restored"));
  }

  @Override
  public void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException {
    called("pause", databases, time);
  }

  @Override
  public void resume(Collection<UUID> databases) throws AgentException {
    called("resume", databases);
  }

  @Override
  public List<Touched> touch(List<UUID> databases) throws AgentException {
    called("touch", databases);
    return databases.stream().map(id -> new Touched(id, Samples.touches().getFirst())).toList();
  }

  @Override
  public Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException {
    called("diagnose", subject);
    Samples.steps().forEach(listener::step);
    return Samples.touches().getFirst();
  }

  @Override
  public Optional<Sentence> secretTrouble() throws AgentException {
    called("secretTrouble");
    return Optional.of(Sentence.verbatim(Samples.FOREIGN));
  }

  @Override
  public TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException {
    called("history", filter, after, limit);
    return Samples.page(limit);
  }

  @Override
  public List<UptimeReport> uptime(List<UUID> databases) throws AgentException {
    called("uptime", databases);
    return Collections.nCopies(databases.size(), Samples.uptime());
  }

  @Override
  public List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException {
    called("chart", databases, from, to, stretches);
    return Samples.chart();
  }

  @Override
  public MetricsStatus metrics() throws AgentException {
    called("metrics");
    return Samples.metrics();
  }

  @Override
  public SettingsView settings() throws AgentException {
    called("settings");
    return Samples.settings();
  }

  @Override
  public SettingsView changeSettings(long revision, Map<String, String> values)
      throws AgentException {
    called("changeSettings", revision, values);
    return Samples.settings();
  }

  @Override
  public List<IntegrationStatus> outlets() throws AgentException {
    called("outlets");
    return Samples.outlets();
  }

  @Override
  public IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url)
      throws AgentException {
    called("changeOutlet", outlet, url);
    return Samples.outlets().getFirst();
  }

  @Override
  public IntegrationCheck testOutlet(Integration outlet) throws AgentException {
    called("testOutlet", outlet);
    return Samples.outletTest();
  }

  @Override
  public String export() throws AgentException {
    called("export");
    return exported;
  }

  @Override
  public ImportReport importAll(String json, ImportTerms terms) throws AgentException {
    called("importAll", json, terms);
    return new ImportReport(List.of(Samples.FOREIGN), List.of(Sentence.verbatim("Not that one.")));
  }

  @Override
  public UpstashOffer listUpstash(UpstashAccount account) throws AgentException {
    called("listUpstash", account);
    return offered;
  }

  @Override
  public Added addUpstash(UUID id, String database, boolean untested) throws AgentException {
    called("addUpstash", id, database, untested);
    return new Added(Samples.status(Samples.database(database)), Optional.empty());
  }

  @Override
  public void forgetUpstash(UUID id) throws AgentException {
    called("forgetUpstash", id);
  }

  @Override
  public void show(Optional<UUID> database) throws AgentException {
    called("show", database);
  }

  @Override
  public LoginStartStatus loginStart() throws AgentException {
    called("loginStart");
    return Samples.loginStart();
  }

  @Override
  public LoginStartStatus loginStart(boolean on) throws AgentException {
    called("loginStart", on);
    return Samples.loginStart();
  }

  @Override
  public void stop() throws AgentException {
    called("stop");
  }

  @Override
  public void close() {
    called("close");
  }
}
