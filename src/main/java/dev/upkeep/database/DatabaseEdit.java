package dev.upkeep.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Collects the differences of a copy; begun by [Database#edit()], for one thread.
public final class DatabaseEdit {
  private UUID id;
  private String name;
  private Endpoint endpoint;
  private Provider provider;
  private Optional<Duration> window;
  private TouchMode mode;
  private String key;
  private Optional<Path> caFile;
  private Optional<ClientCertificate> clientCertificate;
  private Optional<String> serverName;
  private Optional<Sentinel> sentinel;
  private Optional<Duration> interval;
  private Optional<Pause> paused;
  private Optional<String> secretReference;
  private List<String> tags;

  DatabaseEdit(Database original) {
    id = original.id();
    name = original.name();
    endpoint = original.endpoint();
    provider = original.provider();
    window = original.window();
    mode = original.mode();
    key = original.key();
    caFile = original.caFile();
    clientCertificate = original.clientCertificate();
    serverName = original.serverName();
    sentinel = original.sentinel();
    interval = original.interval();
    paused = original.paused();
    secretReference = original.secretReference();
    tags = original.tags();
  }

  public DatabaseEdit id(UUID newId) {
    id = newId;
    return this;
  }

  public DatabaseEdit name(String newName) {
    name = newName;
    return this;
  }

  /// Another place. The provider stays as it is, since its user may have chosen it.
  public DatabaseEdit endpoint(Endpoint newEndpoint) {
    endpoint = newEndpoint;
    return this;
  }

  public DatabaseEdit provider(Provider newProvider) {
    provider = newProvider;
    return this;
  }

  public DatabaseEdit window(Optional<Duration> newWindow) {
    window = newWindow;
    return this;
  }

  public DatabaseEdit mode(TouchMode newMode) {
    mode = newMode;
    return this;
  }

  public DatabaseEdit key(String newKey) {
    key = newKey;
    return this;
  }

  public DatabaseEdit caFile(Optional<Path> newCaFile) {
    caFile = newCaFile;
    return this;
  }

  public DatabaseEdit clientCertificate(Optional<ClientCertificate> newCertificate) {
    clientCertificate = newCertificate;
    return this;
  }

  public DatabaseEdit serverName(Optional<String> newName) {
    serverName = newName;
    return this;
  }

  public DatabaseEdit sentinel(Optional<Sentinel> newSentinel) {
    sentinel = newSentinel;
    return this;
  }

  public DatabaseEdit interval(Optional<Duration> newInterval) {
    interval = newInterval;
    return this;
  }

  public DatabaseEdit paused(Optional<Pause> newPaused) {
    paused = newPaused;
    return this;
  }

  public DatabaseEdit secretReference(Optional<String> newReference) {
    secretReference = newReference;
    return this;
  }

  /// Other tags.
  ///
  /// @param newTags in any order, any of them more than once
  public DatabaseEdit tags(List<String> newTags) {
    tags = Tags.tidied(newTags);
    return this;
  }

  /// The copy, unchecked; see [DatabaseRules].
  public Database done() {
    return new Database(
        id,
        name,
        endpoint,
        provider,
        window,
        mode,
        key,
        caFile,
        clientCertificate,
        serverName,
        sentinel,
        interval,
        paused,
        secretReference,
        tags);
  }
}
