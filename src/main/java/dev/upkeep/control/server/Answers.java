package dev.upkeep.control.server;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.Subject;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.wire.ControlRequest;
import dev.upkeep.control.wire.Message;
import dev.upkeep.control.wire.Wire;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.Touch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks the agent what one connection requests, and puts the answer into messages. They are made
/// while they are written, so that a long answer is never held as a whole. For one thread.
final class Answers implements AutoCloseable {
  private final AgentApi api;
  private final Shared shared;
  private final Consumer<Message> atOnce;
  private final Runnable late;
  private final StringBuilder importText = new StringBuilder();
  private Optional<Deadlines.Armed> importing = Optional.empty();

  /// What connections have to share.
  ///
  /// @param imports how many may send a text to import at the same time
  /// @param unfinished begins the time in which such a text has to come
  /// @param diagnoses how many may have a database diagnosed at the same time
  record Shared(
      Semaphore imports, Function<Runnable, Deadlines.Armed> unfinished, Semaphore diagnoses) {}

  /// Answers for one connection.
  ///
  /// @param atOnce sends what cannot wait for the rest of its answer
  /// @param late what is done with a client who begins an import and does not end it
  Answers(AgentApi api, Shared shared, Consumer<Message> atOnce, Runnable late) {
    this.api = api;
    this.shared = shared;
    this.atOnce = atOnce;
    this.late = late;
  }

  /// Blocks until the agent has done what is asked.
  Stream<Message> to(ControlRequest request) throws AgentException {
    return switch (request) {
      case ControlRequest.Hello _, ControlRequest.Watch _ ->
          throw refused(Reason.INVALID, "A hello comes first, and only once.");
      case ControlRequest.Snapshot() -> of(api.snapshot());
      case ControlRequest.Add(var database) -> Stream.of(new Message.Added(api.add(database)));
      case ControlRequest.Edit(var change) -> Stream.of(new Message.Status(api.edit(change)));
      case ControlRequest.Remove(var ids) -> {
        api.remove(ids);
        yield done();
      }
      case ControlRequest.Secrets() -> Stream.of(new Message.Secrets(api.secrets()));
      case ControlRequest.MoveSecrets(var to) ->
          Stream.of(new Message.Secrets(api.moveSecrets(to)));
      case ControlRequest.ForgetOrphans() -> Stream.of(new Message.Secrets(api.forgetOrphans()));
      case ControlRequest.Forget(var ids) -> {
        api.forget(ids);
        yield done();
      }
      case ControlRequest.Removed() ->
          Stream.concat(api.removed().stream().map(Message.Waiting::new), done());
      case ControlRequest.Restore(var id) -> Stream.of(new Message.Status(api.restore(id)));
      case ControlRequest.Pause(var ids, var time) -> {
        api.pause(ids, time);
        yield done();
      }
      case ControlRequest.Resume(var ids) -> {
        api.resume(ids);
        yield done();
      }
      case ControlRequest.Touch(var ids) ->
          Stream.concat(api.touch(ids).stream().map(Message.Touched::new), done());
      case ControlRequest.Diagnose(var subject) -> diagnosed(subject);
      case ControlRequest.SecretStore() -> Stream.of(new Message.SecretStore(api.secretTrouble()));
      case ControlRequest.History(var filter, var after, var limit) ->
          Stream.of(new Message.Page(api.history(filter, after, limit)));
      case ControlRequest.Uptime(var ids) ->
          Stream.concat(api.uptime(ids).stream().map(Message.Uptime::new), done());
      case ControlRequest.Chart(var ids, var from, var to, int stretches) ->
          Stream.of(new Message.Chart(api.chart(ids, from, to, stretches)));
      case ControlRequest.Settings() -> Stream.of(new Message.Settings(api.settings()));
      case ControlRequest.ChangeSettings(var revision, var values) ->
          Stream.of(new Message.Settings(api.changeSettings(revision, values)));
      case ControlRequest.Metrics() -> Stream.of(new Message.Metrics(api.metrics()));
      case ControlRequest.Outlets() -> Stream.of(new Message.Outlets(api.outlets()));
      case ControlRequest.ChangeOutlet(var outlet, var url) ->
          Stream.of(new Message.Outlets(List.of(api.changeOutlet(outlet, url))));
      case ControlRequest.TestOutlet(var outlet) ->
          Stream.of(new Message.OutletTested(api.testOutlet(outlet)));
      case ControlRequest.Export() -> text(api.export());
      case ControlRequest.Import piece -> imported(piece);
      case ControlRequest.ListUpstash(var account) -> of(api.listUpstash(account));
      case ControlRequest.AddUpstash(var offer, var database, var untested) ->
          Stream.of(new Message.Added(api.addUpstash(offer, database, untested)));
      case ControlRequest.Account() -> Stream.of(new Message.Account(api.account()));
      case ControlRequest.LinkAccount(var account) ->
          Stream.of(new Message.Account(api.linkAccount(account)));
      case ControlRequest.UnlinkAccount() -> Stream.of(new Message.Account(api.unlinkAccount()));
      case ControlRequest.LookAtAccount() -> Stream.of(new Message.Account(api.lookAtAccount()));
      case ControlRequest.KeepFound(var database) ->
          Stream.of(new Message.Added(api.keepFound(database)));
      case ControlRequest.IgnoreFound(var database) ->
          Stream.of(new Message.Account(api.ignoreFound(database)));
      case ControlRequest.ForgetUpstash(var offer) -> {
        api.forgetUpstash(offer);
        yield done();
      }
      case ControlRequest.Show(var id) -> {
        api.show(id);
        yield done();
      }
      case ControlRequest.LoginStart() -> Stream.of(new Message.LoginStart(api.loginStart()));
      case ControlRequest.TurnLoginStart(var on) ->
          Stream.of(new Message.LoginStart(api.loginStart(on)));
      case ControlRequest.Stop() -> {
        api.stop();
        yield done();
      }
    };
  }

  static Stream<Message> of(Snapshot snapshot) {
    return Stream.of(
            Stream.<Message>of(new Message.Begin(snapshot.agent())),
            snapshot.databases().stream().map(Message.Status::new),
            done())
        .flatMap(messages -> messages);
  }

  private static Stream<Message> of(UpstashOffer offer) {
    return Stream.of(
            Stream.<Message>of(Message.Offer.of(offer)),
            offer.databases().stream().map(Message.Offered::new),
            done())
        .flatMap(messages -> messages);
  }

  private static Stream<Message> text(String text) {
    List<String> pieces = Wire.pieces(text);
    return Stream.concat(
        pieces.stream().limit(pieces.size() - 1L).map(piece -> new Message.Text(piece, false)),
        Stream.of(new Message.Text(pieces.getLast(), true)));
  }

  private Stream<Message> diagnosed(Subject subject) throws AgentException {
    if (!shared.diagnoses().tryAcquire()) {
      throw refused(
          Reason.CONFLICT, "Many databases are being diagnosed just now. Try again in a moment.");
    }
    try {
      Touch touch = api.diagnose(subject, step -> atOnce.accept(new Message.Step(step)));
      return Stream.of(new Message.Diagnosed(touch));
    } finally {
      shared.diagnoses().release();
    }
  }

  private Stream<Message> imported(ControlRequest.Import piece) throws AgentException {
    if (importing.isEmpty()) {
      if (!shared.imports().tryAcquire()) {
        throw refused(Reason.CONFLICT, "Another import is under way. Try again in a moment.");
      }
      importing = Optional.of(shared.unfinished().apply(late));
    }
    if (importText.length() + piece.piece().length() > Wire.MAX_IMPORT) {
      close();
      throw refused(
          Reason.INVALID, "A text to import has at most " + Wire.MAX_IMPORT + " characters.");
    }
    importText.append(piece.piece());
    if (!piece.last()) {
      return Stream.empty();
    }
    // It is whole; what is done with it takes as long as it takes.
    importing.get().close();
    try {
      return Stream.of(new Message.Imported(api.importAll(importText.toString(), piece.terms())));
    } finally {
      close();
    }
  }

  /// Forgets an import that was not finished.
  @Override
  public void close() {
    importText.setLength(0);
    importText.trimToSize();
    if (importing.isPresent()) {
      importing.get().close();
      importing = Optional.empty();
      shared.imports().release();
    }
  }

  private static Stream<Message> done() {
    return Stream.of(new Message.Done());
  }

  private static AgentException.Refused refused(Reason reason, String problem) {
    return AgentException.Refused.of(reason, Sentence.verbatim(problem));
  }
}
