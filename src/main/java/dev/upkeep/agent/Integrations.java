package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.agent.keeping.DefinitionChecks;
import dev.upkeep.agent.keeping.Watchers;
import dev.upkeep.alert.Destination;
import dev.upkeep.alert.MailChannel;
import dev.upkeep.alert.MailTarget;
import dev.upkeep.alert.WebhookChannel;
import dev.upkeep.alert.rule.HeartbeatSignal;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.webhook.Heartbeat;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.alert.webhook.Webhook;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Secret;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.language.Sentence;
import dev.upkeep.secret.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// Sets, shows and tries webhooks, heartbeat and e-mail for people. Blocks; runs on the caller's
/// thread, never on the agent's.
final class Integrations {
  private final AgentCalls calls;
  private final IntegrationAddresses addresses;
  private final MailAccount mail;
  private final Secrets secrets;
  private final Watchers watchers;
  private final Supplier<List<Integration>> outlets;
  private final Function<Integration, Optional<WebhookService>> form;
  private final Function<Integration, Optional<String>> trouble;
  private final String label;
  private final InstantSource clock;

  /// A desk at which nobody stands.
  ///
  /// @param outlets those that there are; asked on the agent's thread
  /// @param form as it is set at the moment; asked on the agent's thread
  /// @param trouble why the last delivery failed, as a clause; asked on the agent's thread
  /// @param label who we are in a test
  Integrations(
      AgentCalls calls,
      IntegrationAddresses addresses,
      MailAccount mail,
      Secrets secrets,
      Watchers watchers,
      Supplier<List<Integration>> outlets,
      Function<Integration, Optional<WebhookService>> form,
      Function<Integration, Optional<String>> trouble,
      String label,
      InstantSource clock) {
    this.calls = calls;
    this.addresses = addresses;
    this.mail = mail;
    this.secrets = secrets;
    this.watchers = watchers;
    this.outlets = outlets;
    this.form = form;
    this.trouble = trouble;
    this.label = label;
    this.clock = clock;
  }

  List<IntegrationStatus> all() throws AgentException {
    awaitAnswers(calls.ask(outlets::get));
    if (calls.ask(mail::target) instanceof MailTarget.Unknown) {
      Void _ = calls.await(calls.ask(mail::refresh), AgentCalls.QUESTIONS);
    }
    return calls.ask(() -> outlets.get().stream().map(this::status).toList());
  }

  /// Sets an address, or removes it.
  IntegrationStatus change(Integration outlet, Optional<Secret> url) throws AgentException {
    if (outlet.kind() == Integration.Kind.MAIL) {
      return changePassword(url);
    }
    if (!calls.ask(outlets::get).contains(outlet)) {
      throw refused(
          Refused.Reason.INVALID, RefusalPhrase.NO_CHANNEL.with(outlet.channel().orElse("?")));
    }
    if (calls.ask(() -> addresses.isGiven(outlet))) {
      throw refused(Refused.Reason.READ_ONLY, RefusalPhrase.ADDRESS_GIVEN.with(outlet.variable()));
    }
    // What an older version has stored is taken over first, or it would come back.
    awaitAnswers(List.of(outlet));
    if (url.isPresent()) {
      Optional<String> problem = problem(outlet, url.get().reveal().strip());
      if (problem.isPresent()) {
        throw refused(Refused.Reason.INVALID, Sentence.verbatim(problem.get()));
      }
      DefinitionChecks.await(
          secrets.write(addresses.account(outlet), Secret.of(url.get().reveal().strip())));
    } else {
      DefinitionChecks.await(secrets.remove(addresses.account(outlet)));
    }
    Void _ = calls.await(addresses.refresh(outlet), AgentCalls.QUESTIONS);
    return calls.ask(() -> {
      IntegrationStatus status = status(outlet);
      watchers.tell(new Change.Outlet(status));
      return status;
    });
  }

  private IntegrationStatus changePassword(Optional<Secret> password) throws AgentException {
    if (password.isPresent()) {
      DefinitionChecks.await(
          calls
              .ask(() -> mail.write(password.get()))
              .orElseThrow(
                  () -> refused(Refused.Reason.INVALID, RefusalPhrase.NO_MAIL_USER.with())));
    } else {
      DefinitionChecks.await(mail.remove());
    }
    Void _ = calls.await(calls.ask(mail::refresh), AgentCalls.QUESTIONS);
    return calls.ask(() -> {
      IntegrationStatus status = status(Integration.MAIL);
      watchers.tell(new Change.Outlet(status));
      return status;
    });
  }

  private IntegrationCheck testMail() throws AgentException {
    Void _ = calls.await(calls.ask(mail::refresh), AgentCalls.QUESTIONS);
    MailTarget.Ready ready =
        switch (calls.ask(mail::target)) {
          case MailTarget.Ready complete -> complete;
          case MailTarget.None _ ->
              throw refused(Refused.Reason.INVALID, RefusalPhrase.NOBODY_MAILED.with());
          case MailTarget.Unknown(var why) -> throw refused(Refused.Reason.SECRET_STORE, why);
        };
    UUID id = UUID.randomUUID();
    Delivery delivery =
        MailChannel.send(ready, Posts.test(id, label, clock.instant()), id, clock.instant());
    return new IntegrationCheck(
        Integration.MAIL,
        delivery instanceof Delivery.Delivered,
        delivery instanceof Delivery.Delivered(int status) ? Optional.of(status) : Optional.empty(),
        ready.server().host(),
        Optional.empty(),
        delivery instanceof Delivery.NotDelivered not
            ? Optional.of(not.reason())
            : Optional.empty());
  }

  private IntegrationStatus mailStatus() {
    Optional<Sentence> problem =
        trouble.apply(Integration.MAIL).map(RefusalPhrase.LAST_DELIVERY::with);
    return switch (mail.target()) {
      case MailTarget.Ready ready ->
          new IntegrationStatus(
              Integration.MAIL,
              IntegrationStatus.State.SET,
              Optional.of(ready.server().host()),
              false,
              problem);
      case MailTarget.None _ ->
          new IntegrationStatus(
              Integration.MAIL,
              IntegrationStatus.State.NOT_SET,
              Optional.empty(),
              false,
              Optional.empty());
      case MailTarget.Unknown(var why) ->
          new IntegrationStatus(
              Integration.MAIL,
              IntegrationStatus.State.UNKNOWN,
              Optional.empty(),
              false,
              Optional.of(why));
    };
  }

  private Optional<String> problem(Integration outlet, String url) throws AgentException {
    return switch (outlet.kind()) {
      case WEBHOOK -> Webhook.problem(url, calls.ask(() -> form.apply(outlet)));
      case HEARTBEAT -> Heartbeat.problem(url);
      case MAIL -> Optional.empty();
    };
  }

  /// Sends a test and waits for the answer.
  IntegrationCheck test(Integration outlet) throws AgentException {
    if (outlet.kind() == Integration.Kind.MAIL) {
      return testMail();
    }
    Secret url =
        switch (destination(outlet)) {
          case Destination.Known known -> known.url();
          case Destination.None _ ->
              throw refused(
                  Refused.Reason.INVALID,
                  RefusalPhrase.NO_ADDRESS.with(outlet.word(), outlet.urlKey()));
          case Destination.Unknown(var why) -> throw refused(Refused.Reason.SECRET_STORE, why);
        };
    Optional<WebhookService> chosen = calls.ask(() -> form.apply(outlet));
    Duration patience = WebhookChannel.TIMEOUT;
    Delivery delivery =
        switch (outlet.kind()) {
          case WEBHOOK ->
              Webhook.of(url, chosen, patience)
                  .send(Posts.test(UUID.randomUUID(), label, clock.instant()));
          case HEARTBEAT ->
              Heartbeat.of(url, patience)
                  .send(new HeartbeatSignal.Up("A test from Upkeep on " + label, Duration.ZERO));
          case MAIL -> throw new IllegalStateException("a letter is sent elsewhere");
        };
    String host = new Destination.Known(url).host();
    Optional<String> like =
        outlet.kind() == Integration.Kind.WEBHOOK && chosen.isEmpty()
            ? Webhook.like(url)
            : Optional.empty();
    return switch (delivery) {
      case Delivery.Delivered(int status) ->
          new IntegrationCheck(outlet, true, Optional.of(status), host, like, Optional.empty());
      case Delivery.NotDelivered not ->
          new IntegrationCheck(
              outlet, false, Optional.empty(), host, like, Optional.of(not.reason()));
      case Delivery.Silent _ -> throw new IllegalStateException("a test is always sent");
    };
  }

  private Destination destination(Integration outlet) throws AgentException {
    awaitAnswers(List.of(outlet));
    return calls.ask(() -> addresses.of(outlet));
  }

  /// Has the store asked about those that are not known, all at the same time.
  private void awaitAnswers(List<Integration> outlets) throws AgentException {
    List<CompletableFuture<Void>> answers =
        calls.ask(() ->
            outlets.stream()
                .filter(one -> one.kind() != Integration.Kind.MAIL)
                .filter(one -> addresses.of(one) instanceof Destination.Unknown)
                .map(addresses::refresh)
                .toList());
    for (CompletableFuture<Void> answer : answers) {
      Void _ = calls.await(answer, AgentCalls.QUESTIONS);
    }
  }

  private IntegrationStatus status(Integration outlet) {
    if (outlet.kind() == Integration.Kind.MAIL) {
      return mailStatus();
    }
    boolean given = addresses.isGiven(outlet);
    return switch (addresses.of(outlet)) {
      case Destination.Known known ->
          new IntegrationStatus(
              outlet,
              IntegrationStatus.State.SET,
              Optional.of(known.host()),
              given,
              trouble.apply(outlet).map(why -> RefusalPhrase.LAST_DELIVERY.with(why)));
      case Destination.None _ ->
          new IntegrationStatus(
              outlet, IntegrationStatus.State.NOT_SET, Optional.empty(), given, Optional.empty());
      case Destination.Unknown(var why) ->
          new IntegrationStatus(
              outlet, IntegrationStatus.State.UNKNOWN, Optional.empty(), given, Optional.of(why));
    };
  }

  private static Refused refused(Refused.Reason reason, Sentence sentence) {
    return Refused.of(reason, sentence);
  }
}
