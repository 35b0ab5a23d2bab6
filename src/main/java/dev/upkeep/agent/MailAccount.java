package dev.upkeep.agent;

import dev.upkeep.agent.keeping.AgentCalls;
import dev.upkeep.alert.MailTarget;
import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.control.Integration;
import dev.upkeep.database.Place;
import dev.upkeep.database.Secret;
import dev.upkeep.definitions.Setting;
import dev.upkeep.definitions.Settings;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.RefusalPhrase;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who is told by e-mail: what the settings say, with the password that the secret store has for
/// that server and that user, and for no others. Owned by the agent's thread: every method is
/// called there, unless it says otherwise.
final class MailAccount {
  private static final Duration RETRY = Duration.ofMinutes(2);

  private final AgentCalls calls;
  private final InstantSource clock;
  private final Secrets secrets;
  private final Supplier<Settings> settings;
  private Optional<Answer> answer = Optional.empty();
  private Instant asked = Instant.MIN;

  /// What the store said.
  private record Answer(Place place, Lookup lookup) {}

  MailAccount(AgentCalls calls, InstantSource clock, Secrets secrets, Supplier<Settings> settings) {
    this.calls = calls;
    this.clock = clock;
    this.secrets = secrets;
    this.settings = settings;
  }

  /// Whether there is anything to be told to anybody.
  boolean isSet() {
    return !settings.get().get(Setting.ALERT_MAIL).isEmpty()
        && settings.get().get(Setting.MAIL_SERVER).isPresent();
  }

  MailTarget target() {
    Optional<MailServer> server = settings.get().get(Setting.MAIL_SERVER);
    if (!isSet() || server.isEmpty()) {
      return new MailTarget.None();
    }
    if (server.get().user().isEmpty()) {
      return ready(server.get(), Optional.empty());
    }
    Lookup lookup =
        answer
            .filter(it -> it.place().equals(place(server.get())))
            .map(Answer::lookup)
            .orElseGet(
                () -> new Lookup.Unavailable(Trouble.FAILED, RefusalPhrase.STORE_NOT_YET.with()));
    return switch (lookup) {
      case Lookup.Found(Secret password) -> ready(server.get(), Optional.of(password));
      case Lookup.NotFound _ ->
          new MailTarget.Unknown(RefusalPhrase.NO_MAIL_PASSWORD.with(Integration.MAIL.urlKey()));
      case Lookup.Unavailable unavailable ->
          new MailTarget.Unknown(
              unavailable.trouble() == Trouble.ELSEWHERE
                  ? RefusalPhrase.MAIL_PASSWORD_ELSEWHERE.with(Integration.MAIL.urlKey())
                  : unavailable.told());
    };
  }

  private MailTarget ready(MailServer server, Optional<Secret> password) {
    MailAddress from =
        settings
            .get()
            .get(Setting.MAIL_FROM)
            .or(() -> server.user().flatMap(MailAddress::parse))
            .orElseGet(() -> settings.get().get(Setting.ALERT_MAIL).getFirst());
    return new MailTarget.Ready(server, from, settings.get().get(Setting.ALERT_MAIL), password);
  }

  /// Asks the store for what is not known, unless it was asked a moment ago.
  void tend() {
    Instant now = clock.instant();
    boolean soon = !asked.isAfter(now) && asked.isAfter(now.minus(RETRY));
    if (target() instanceof MailTarget.Unknown && !soon) {
      asked = now;
      CompletableFuture<Void> _ = refresh();
    }
  }

  /// Asks the store.
  ///
  /// @return completed on the agent's thread
  CompletableFuture<Void> refresh() {
    CompletableFuture<Void> seen = new CompletableFuture<>();
    Optional<MailServer> server = settings.get().get(Setting.MAIL_SERVER);
    if (server.isEmpty()) {
      answer = Optional.empty();
      seen.complete(null);
      return seen;
    }
    Place place = place(server.get());
    CompletableFuture<Void> _ =
        secrets
            .read(account(), place)
            .exceptionally(
                _ -> new Lookup.Unavailable(Trouble.FAILED, KeychainPhrase.NOT_ASKED.with()))
            .thenAccept(lookup ->
                calls.post(() -> {
                  answer = Optional.of(new Answer(place, lookup));
                  seen.complete(null);
                }));
    return seen;
  }

  /// Stores the password for the server and user that are set; empty if none are.
  Optional<CompletableFuture<@Nullable Void>> write(Secret password) {
    return settings
        .get()
        .get(Setting.MAIL_SERVER)
        .filter(server -> server.user().isPresent())
        .map(server -> secrets.write(account(), place(server), password));
  }

  CompletableFuture<@Nullable Void> remove() {
    return secrets.remove(account());
  }

  /// An id that no database has, and another one in each home.
  private UUID account() {
    String key = Integration.MAIL.urlKey();
    String name =
        secrets.ledger().home().map(home -> "upkeep/" + home + "/" + key).orElse("upkeep/" + key);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static Place place(MailServer server) {
    return Place.ofMail(server.host(), server.port(), server.user().orElse(""));
  }
}
