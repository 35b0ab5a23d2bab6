package dev.upkeep.upstash;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.http.WebAddress;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.upstash.AccountDatabase.Access;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountDatabase.State;
import dev.upkeep.upstash.DeveloperApiException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the answer of `GET /redis/databases`: an array of objects, of which the documented members
/// are used and all others ignored. For one answer.
///
/// `password` and `rest_token` are in the vendor's own clients but not in its specification, so a
/// database without them is none to be surprised at.
final class ListingReader {
  private static final int MAX_DATABASES = 20_000;
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_SECRET = 4096;
  private static final long MOST = 1_000_000_000_000_000L;
  private static final String DOMAIN = ".upstash.io";

  private final List<AccountDatabase> databases = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int unreadable;

  /// Whether credentials are taken over; without, none is ever made an object of.
  private final boolean secrets;

  private ListingReader(boolean secrets) {
    this.secrets = secrets;
  }

  /// Reads the answer of `GET /redis/database/{id}`, which is one of the same objects.
  static Optional<AccountDatabase> readOne(String body) throws DeveloperApiException {
    try {
      return Json.parse(body).asObject().flatMap(new ListingReader(true)::database);
    } catch (JsonException _) {
      throw Refusals.notTheApi();
    }
  }

  static AccountListing read(String body, boolean secrets) throws DeveloperApiException {
    ListingReader reader = new ListingReader(secrets);
    try {
      Json.forEach(body, DeveloperApi.MAX_BODY_BYTES, MAX_DATABASES, reader::add);
    } catch (JsonException _) {
      throw Refusals.notTheApi();
    }
    if (reader.databases.isEmpty() && reader.unreadable > 0) {
      throw new DeveloperApiException(
          Kind.UNUSABLE,
          "The Developer API of Upstash lists databases in a form that this version does not know."
              + " Add them by their connection text instead.");
    }
    return new AccountListing(reader.databases, reader.unreadable);
  }

  private void add(Json item) {
    Optional<AccountDatabase> read = item.asObject().flatMap(this::database);
    if (read.isEmpty()) {
      unreadable++;
    } else if (isNew(read.get())) {
      databases.add(read.get());
    }
  }

  /// Twice in one list means twice the same: an id and a place are one database's.
  private boolean isNew(AccountDatabase database) {
    boolean newId = seen.add("id " + database.id());
    return seen.add("at " + database.address().hostAndPort().toLowerCase(Locale.ROOT)) && newId;
  }

  private Optional<AccountDatabase> database(Json.Obj json) {
    Optional<String> id = json.string("database_id").filter(ListingReader::isId);
    Optional<Endpoint.Redis> address = address(json);
    if (id.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccountDatabase(
            id.get(),
            name(json, address.get()),
            visible(json.string("primary_region").or(() -> json.string("region")).orElse("")),
            state(json.string("state").orElse("")),
            plan(json.string("type").orElse("")),
            address.get(),
            secrets ? access(json, address.get()) : Optional.empty(),
            facts(json)));
  }

  private static AccountDatabase.Facts facts(Json.Obj json) {
    return new AccountDatabase.Facts(
        visible(json.string("state").orElse("")),
        limit(json, "db_request_limit"),
        limit(json, "db_memory_threshold"),
        limit(json, "db_disk_threshold"));
  }

  /// Nothing, zero and less are no limit, and the description's own example, 8·10¹⁸, is none
  /// either.
  private static Optional<Long> limit(Json.Obj json, String member) {
    return json.integer(member).filter(figure -> figure > 0 && figure < MOST);
  }

  private static boolean isId(String id) {
    return !id.isBlank()
        && id.length() <= LONGEST_ID
        && id.codePoints().noneMatch(DatabaseName::isInvisible);
  }

  private static String name(Json.Obj json, Endpoint.Redis address) {
    String name = visible(json.string("database_name").orElse(""));
    return name.isEmpty() ? DatabaseName.suggested(address, Set.of()) : name;
  }

  /// Names come from people, some of them hostile.
  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !DatabaseName.isInvisible(c))
        .limit(DatabaseName.MAX_LENGTH / 2)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static Optional<Endpoint.Redis> address(Json.Obj json) {
    String given = json.string("endpoint").orElse("").strip();
    String host = given.indexOf('.') < 0 ? given + DOMAIN : given;
    long port = json.integer("port").orElse((long) Endpoint.Redis.DEFAULT_PORT);
    if (given.isEmpty() || port < 1 || port > 65_535 || !isHost(host)) {
      return Optional.empty();
    }
    // Nothing that a list says makes a password travel in the clear, but to this computer itself.
    boolean plain = !json.bool("tls").orElse(true) && isWeb("http", host);
    return Optional.of(new Endpoint.Redis(host, (int) port, Optional.of("default"), !plain));
  }

  private static boolean isHost(String host) {
    return host.length() <= 253
        && host.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.')
        && isWeb("https", host);
  }

  private static boolean isWeb(String scheme, String host) {
    try {
      return WebAddress.problem(new URI(scheme, host, null, null)).isEmpty();
    } catch (URISyntaxException noHost) {
      return false;
    }
  }

  private static State state(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "active" -> State.ACTIVE;
      case "suspended" -> State.SUSPENDED;
      case "passive" -> State.PASSIVE;
      default -> State.UNKNOWN;
    };
  }

  private static Plan plan(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "free" -> Plan.FREE;
      case "payg", "pro", "paid" -> Plan.PAID;
      default -> Plan.UNKNOWN;
    };
  }

  private static Optional<Access> access(Json.Obj json, Endpoint.Redis address) {
    Optional<Access> overRedis =
        secret(json, "password").map(password -> new Access(address, password));
    return overRedis.or(() ->
        secret(json, "rest_token")
            .map(token -> new Access(new Endpoint.Rest(rest(address)), token)));
  }

  private static URI rest(Endpoint.Redis address) {
    return URI.create("https://" + address.host());
  }

  private static Optional<Secret> secret(Json.Obj json, String member) {
    return json.string(member)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_SECRET)
        .map(Secret::of);
  }
}
