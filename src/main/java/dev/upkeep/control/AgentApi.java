package dev.upkeep.control;

import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What can be asked of the agent. May be called from any thread; every call blocks until it is
/// answered. Each method throws [AgentException.Refused] for what the agent will not do and
/// [AgentException.Gone] when the agent cannot be reached (any more).
public interface AgentApi extends AutoCloseable {
  /// Everything there is to see, at one moment.
  Snapshot snapshot() throws AgentException;

  /// Tells the watcher everything there is to see, then every change, until the subscription is
  /// closed. A watcher that falls behind is cut off and told so; it may watch again.
  Subscription watch(Watcher watcher) throws AgentException;

  /// Adds a database. It is touched first, and only stored if that succeeds or `untested` says so.
  ///
  /// @return what was stored, with the touch that tested it
  /// @throws AgentException.Refused also when the touch fails, with message and advice as problems
  Added add(NewDatabase database) throws AgentException;

  /// Changes a database to what is given; its id tells which. Another host, port, user, protocol or
  /// CA file drops the stored secret unless the change brings one: a secret goes only where it was
  /// meant for.
  DatabaseStatus edit(DatabaseChange change) throws AgentException;

  /// Removes databases; for [RemovedDatabase#KEPT], [#restore] brings them back.
  void remove(Collection<UUID> databases) throws AgentException;

  /// Ends what [#remove] left open: when this returns, the secrets of the databases are gone.
  /// Blocks for as long as the secret store may take.
  ///
  /// @throws AgentException.Refused if a secret could not be removed; it is tried again by itself
  void forget(Collection<UUID> databases) throws AgentException;

  /// Counts the secrets of this home. Blocks for as long as the secret store may take.
  SecretInventory secrets() throws AgentException;

  /// Deletes the secrets to which nothing leads, because a person wants that.
  ///
  /// @return what is left
  /// @throws AgentException.Refused if one could not be deleted
  SecretInventory forgetOrphans() throws AgentException;

  /// Moves the secrets of this home to one place, because a person wants that: each is copied, read
  /// back, and only then removed.
  ///
  /// @return where they are now
  /// @throws AgentException.Refused with why one stayed where it was; the others have been moved
  SecretInventory moveSecrets(SecretPlace to) throws AgentException;

  /// What was removed and can be brought back, the latest first.
  List<RemovedDatabase> removed() throws AgentException;

  /// Brings back a database that was removed, with its history and tags, under its name or, where
  /// that is taken, one like it. It has its secret only until [#RESTORABLE] or [#forget].
  DatabaseStatus restore(UUID database) throws AgentException;

  /// Lets databases rest.
  ///
  /// @param time for how long; empty means until they are resumed
  void pause(Collection<UUID> databases, Optional<Duration> time) throws AgentException;

  void resume(Collection<UUID> databases) throws AgentException;

  /// Touches databases now, paused ones too, because a person wants it. Blocks until all have
  /// ended; the results are in the order of the ids.
  List<Touched> touch(List<UUID> databases) throws AgentException;

  /// Visits one database step by step, because a person wants to see how far up the ladder it lets
  /// us. Nothing of it is recorded: margin, health and history come from touches, and a person who
  /// tries a definition until it fits has not seen a database fail.
  ///
  /// @param listener is told of each rung as it is reached or not, on the calling thread
  /// @return the visit as a touch; one whose secret cannot be had visits nobody and has no rungs
  /// @throws AgentException.Refused also when a changed definition leads elsewhere and brings no
  ///   secret: a stored one goes only where it was meant for
  Touch diagnose(Subject subject, Diagnosis.Listener listener) throws AgentException;

  /// Asks the secret store, now, whether it answers. Blocks for as long as the store may take, and
  /// never raises a prompt.
  ///
  /// @return what keeps it from answering, as a sentence
  Optional<Sentence> secretTrouble() throws AgentException;

  /// One page of what happened, newest first.
  ///
  /// @param limit 1 to [dev.upkeep.history.store.History#MAX_PAGE]
  TouchPage history(Filter filter, Optional<Cursor> after, int limit) throws AgentException;

  /// How much each of some databases was watched and up over [UptimeReport#WINDOWS], in the order
  /// of the ids.
  List<UptimeReport> uptime(List<UUID> databases) throws AgentException;

  /// Latency and watched time of some databases together over a span, for one chart; see
  /// [Stretch#together]. Oldest first; empty if none of them was ever touched.
  ///
  /// @param to exclusive
  /// @param stretches into how many of equal length, 1 to
  ///   [dev.upkeep.history.store.History#MAX_STRETCHES]
  List<Stretch> chart(List<UUID> databases, Instant from, Instant to, int stretches)
      throws AgentException;

  /// All settings.
  SettingsView settings() throws AgentException;

  /// Changes settings: all of these or none.
  ///
  /// @param revision the one that the change is based on
  /// @param values by key, in the form in which people write them
  /// @throws AgentException.Refused with every problem at once, or because the revision is old
  SettingsView changeSettings(long revision, Map<String, String> values) throws AgentException;

  /// Where metrics are served. An address that could not be had is tried again.
  MetricsStatus metrics() throws AgentException;

  /// How webhook and heartbeat are set, one of each [Integration]. Blocks for as long as the secret
  /// store may take.
  List<IntegrationStatus> outlets() throws AgentException;

  /// Sets the address of an outlet, or removes it. It goes into the secret store and nowhere else.
  ///
  /// @param url empty to remove it
  /// @return how the outlet is set afterwards
  /// @throws AgentException.Refused if it cannot be an address, cannot be stored, or a variable of
  ///   the agent's environment is in force instead
  IntegrationStatus changeOutlet(Integration outlet, Optional<Secret> url) throws AgentException;

  /// Sends a message that is marked as a test, and waits for what comes back.
  ///
  /// @throws AgentException.Refused if no address is set, or it cannot be had
  IntegrationCheck testOutlet(Integration outlet) throws AgentException;

  /// Definitions and settings as JSON, never secrets.
  String export() throws AgentException;

  /// Takes over what an export holds. The databases arrive paused and without secrets; of the
  /// settings, those that the file names and that are different here.
  ///
  /// @return what was changed and what could not be, a sentence each
  ImportReport importAll(String json, ImportTerms terms) throws AgentException;

  /// Lists the databases of an Upstash account, asked of its Developer API now. The account's key
  /// is used for that one request and forgotten; the credentials of the databases stay with the
  /// agent until [#forgetUpstash], or [UpstashOffer#until()].
  ///
  /// @throws AgentException.Refused if the key is not accepted, or the service does not answer as
  ///   it should
  UpstashOffer listUpstash(UpstashAccount account) throws AgentException;

  /// Adds one database of an offer, like [#add], with the name that it has there or one like it
  /// that is free.
  ///
  /// @param offer see [UpstashOffer#id()]
  /// @param database see [OfferedDatabase#id()]
  /// @param untested store it even if it cannot be touched
  /// @throws AgentException.Refused also when the offer is forgotten already (`NOT_FOUND`), the
  ///   database is kept already (`CONFLICT`), or the account did not tell its credentials
  Added addUpstash(UUID offer, String database, boolean untested) throws AgentException;

  /// Has the agent forget the credentials of an offer, be it that there is one or not.
  void forgetUpstash(UUID offer) throws AgentException;

  /// How an account is linked, and what the last look at it found.
  LinkedAccount account() throws AgentException;

  /// Links an account, in the place of one that was: looks at it once, finds out what its key may
  /// do if that is wanted, and keeps e-mail and key in the secret store.
  ///
  /// @throws AgentException.Refused if the account is not accepted, does not answer as it should,
  ///   or the secret store does not take it; nothing is linked then
  LinkedAccount linkAccount(LinkRequest request) throws AgentException;

  /// Forgets the account, its key and what was known of it. That there is none is success.
  ///
  /// @throws AgentException.Refused if the secret store still has the key
  LinkedAccount unlinkAccount() throws AgentException;

  /// Looks at the account now, at most once a minute; asked sooner, it is what the last look found.
  LinkedAccount lookAtAccount() throws AgentException;

  /// Keeps a database that the account has, like [#add]. Its secret is read only now.
  ///
  /// @param database see [FoundDatabase#id()]
  /// @throws AgentException.Refused also when the account does not tell its credentials
  ///   (`INVALID`), or does not have it (`NOT_FOUND`)
  Added keepFound(String database) throws AgentException;

  /// Says nothing more of a database that the account has.
  LinkedAccount ignoreFound(String database) throws AgentException;

  /// Shows Upkeep to the person at this computer, in a window of its own.
  ///
  /// @param database whose history to begin with; empty for the overview
  /// @throws AgentException.Refused if the agent has no desktop to show anything on
  void show(Optional<UUID> database) throws AgentException;

  /// What the system does with Upkeep at the next login. Asked anew each time: the system's own
  /// settings may have changed it.
  ///
  /// @throws AgentException.Refused if the system does not tell
  LoginStartStatus loginStart() throws AgentException;

  /// Turns the start at login on or off, and mends an entry that leads elsewhere.
  ///
  /// @return what the system has afterwards
  /// @throws AgentException.Refused if the system does not let it, or it is not offered here
  LoginStartStatus loginStart(boolean on) throws AgentException;

  /// Ends the agent, after touches that are running or a few seconds.
  void stop() throws AgentException;

  /// Gives up the connection; the agent goes on.
  @Override
  void close();

  /// How long a removal can be undone with the secret: as long as the window offers it, and a
  /// moment.
  Duration RESTORABLE = Duration.ofSeconds(12);
}
