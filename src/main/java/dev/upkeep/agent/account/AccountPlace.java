package dev.upkeep.agent.account;

import dev.upkeep.control.account.KeyRights;
import dev.upkeep.database.EnumWord;
import dev.upkeep.database.Secret;
import dev.upkeep.file.AtomicFile;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Secrets;
import dev.upkeep.upstash.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a link rests: a small file that says that there is one, and an entry of the secret store
/// with e-mail and key. The file holds neither, so that who looks for a link need not ask a
/// keychain.
public final class AccountPlace {
  private static final Logger LOG = LoggerFactory.getLogger(AccountPlace.class);

  private final Path file;
  private final Secrets secrets;

  /// What was chosen when an account was linked.
  public record Link(Instant since, KeyRights rights, boolean keepNew) {}

  public AccountPlace(Path file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /// The link; a file that cannot be read is none, and said in the log.
  Optional<Link> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Json.parse(Files.readString(file)).asObject().flatMap(AccountPlace::link);
    } catch (IOException | JsonException | DateTimeException e) {
      LOG.warn(
          "{} cannot be read, so no account is linked: {}", file.getFileName(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Link> link(Json.Obj json) {
    KeyRights rights =
        Arrays.stream(KeyRights.values())
            .filter(one -> json.string("rights").filter(EnumWord.of(one)::equals).isPresent())
            .findFirst()
            .orElse(KeyRights.UNTRIED);
    return json.string("since")
        .map(Instant::parse)
        .map(since -> new Link(since, rights, json.bool("keepNew").orElse(false)));
  }

  void write(Link link) throws IOException {
    Json.Obj json =
        Json.object()
            .put("since", link.since().toString())
            .put("rights", EnumWord.of(link.rights()))
            .put("keepNew", link.keepNew())
            .build();
    new AtomicFile().replace(file, (json.writePretty() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /// The name of its entry: an id like that of a database, which no database has, since theirs are
  /// random. Each home has its own.
  UUID entry() {
    String home = secrets.ledger().home().map(id -> id + "/").orElse("");
    return UUID.nameUUIDFromBytes(
        ("upkeep/" + home + "account.upstash").getBytes(StandardCharsets.UTF_8));
  }

  /// E-mail and key, as far as the store gives them.
  CompletableFuture<Lookup> credentials() {
    return secrets.read(entry());
  }

  CompletableFuture<@Nullable Void> store(Account account) {
    return secrets.write(
        entry(),
        Secret.of(
            Json.object()
                .put("email", account.email().strip())
                .put("key", account.apiKey().reveal().strip())
                .build()
                .write()));
  }

  CompletableFuture<@Nullable Void> forget() {
    return secrets.remove(entry());
  }

  /// What [#store] has stored; empty for anything else.
  static Optional<Account> opened(Secret stored) {
    try {
      return Json.parse(stored.reveal())
          .asObject()
          .flatMap(json ->
              json.string("email")
                  .flatMap(
                      email -> json.string("key").map(key -> new Account(email, Secret.of(key)))));
    } catch (JsonException somethingElse) {
      return Optional.empty();
    }
  }
}
