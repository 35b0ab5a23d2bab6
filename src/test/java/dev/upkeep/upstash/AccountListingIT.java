package dev.upkeep.upstash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.upstash.AccountDatabase.Access;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountDatabase.State;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the databases of an account are read, from a server made from the documentation; nobody
/// claims that this is the real one.
final class AccountListingIT {
  private static final String KEY = "c4n4ry-aaaa-bbbb-key";
  private static final Account ACCOUNT = new Account(FakeDeveloperApi.EMAIL, Secret.of(KEY));

  private FakeDeveloperApi server;
  private DeveloperApi api;

  @BeforeEach
  void start() {
    server = FakeDeveloperApi.start(KEY);
    api = new DeveloperApi(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private AccountDatabase only(JsonObject json) throws DeveloperApiException {
    AccountListing listing = api(json);
    assertThat(listing.unreadable()).isZero();
    assertThat(listing.databases()).hasSize(1);
    return listing.databases().getFirst();
  }

  private AccountListing api(JsonObject... json) throws DeveloperApiException {
    server.with(List.of(json));
    return api.databases(ACCOUNT);
  }

  @Test
  void the_documented_members_become_a_database() throws DeveloperApiException {
    AccountDatabase shop = only(FakeDeveloperApi.database("id-1", "shop", "eu1-fast-cat-4711"));

    Endpoint.Redis address =
        new Endpoint.Redis("eu1-fast-cat-4711.upstash.io", 6379, Optional.of("default"), true);
    assertThat(shop)
        .isEqualTo(
            new AccountDatabase(
                "id-1",
                "shop",
                "eu-west-1",
                State.ACTIVE,
                Plan.FREE,
                address,
                Optional.of(new Access(address, Secret.of("pw-id-1")))));
    assertThat(server.requests()).containsExactly("GET /v2/redis/databases");
  }

  @Test
  void an_account_without_databases_has_an_empty_list() throws DeveloperApiException {
    assertThat(api()).isEqualTo(new AccountListing(List.of(), 0));
  }

  @Test
  void an_endpoint_that_is_a_whole_name_stays_as_it_is() throws DeveloperApiException {
    assertThat(only(FakeDeveloperApi.database("1", "shop", "eu2-x.upstash.io")).address().host())
        .isEqualTo("eu2-x.upstash.io");
  }

  @Test
  void a_password_never_travels_in_the_clear_because_a_list_says_so() throws DeveloperApiException {
    JsonObject far = FakeDeveloperApi.database("1", "shop", "eu2-x");
    far.addProperty("tls", false);

    AccountListing listing = api(far, FakeDeveloperApi.local("2", "here", 7000, "pw"));

    assertThat(listing.databases()).map(d -> d.address().tls()).containsExactly(true, false);
  }

  @Test
  void without_a_password_there_is_the_token_and_without_both_no_way_in()
      throws DeveloperApiException {
    JsonObject token = FakeDeveloperApi.database("1", "a", "eu1-a");
    token.remove("password");
    JsonObject nothing = FakeDeveloperApi.database("2", "b", "eu1-b");
    nothing.add("password", JsonNull.INSTANCE);
    nothing.addProperty("rest_token", "");

    AccountListing listing = api(token, nothing);

    assertThat(listing.databases())
        .map(AccountDatabase::access)
        .containsExactly(
            Optional.of(
                new Access(
                    new Endpoint.Rest(URI.create("https://eu1-a.upstash.io")),
                    Secret.of("AXtoken-1"))),
            Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE",
    "suspended, SUSPENDED",
    "passive, PASSIVE",
    "Active, ACTIVE",
    "odd, UNKNOWN"
  })
  void the_state_is_told(String word, State state) throws DeveloperApiException {
    JsonObject json = FakeDeveloperApi.database("1", "shop", "eu1-x");
    json.addProperty("state", word);

    assertThat(only(json).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"free, FREE", "payg, PAID", "pro, PAID", "paid, PAID", "gold, UNKNOWN"})
  void the_plan_is_told(String word, Plan plan) throws DeveloperApiException {
    JsonObject json = FakeDeveloperApi.database("1", "shop", "eu1-x");
    json.addProperty("type", word);

    assertThat(only(json).plan()).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"database_name", "region", "primary_region", "state", "type", "port", "tls"})
  void a_member_that_is_missing_hides_no_database(String member) throws DeveloperApiException {
    JsonObject json = FakeDeveloperApi.database("1", "shop", "eu1-x");
    json.remove(member);

    AccountDatabase database = only(json);

    assertThat(database.address())
        .isEqualTo(new Endpoint.Redis("eu1-x.upstash.io", 6379, Optional.of("default"), true));
    assertThat(database.name()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "database_id, ''",
    "database_id, 'a\u202eb'",
    "endpoint, ''",
    "endpoint, 'evil.example.com/path'",
    "endpoint, 'user@evil.example.com'",
    "endpoint, 'a b'",
    "endpoint, 'redis://x'",
    "endpoint, '..'",
    "endpoint, '-'",
    "port, 0",
    "port, 65536",
    "port, -1",
  })
  void an_entry_that_makes_no_sense_is_counted_and_left_out(String member, String value)
      throws DeveloperApiException {
    JsonObject odd = FakeDeveloperApi.database("1", "odd", "eu1-odd");
    if (member.equals("port")) {
      odd.addProperty(member, Integer.valueOf(value));
    } else {
      odd.addProperty(member, value);
    }

    AccountListing listing = api(odd, FakeDeveloperApi.database("2", "good", "eu1-good"));

    assertThat(listing.databases()).map(AccountDatabase::name).containsExactly("good");
    assertThat(listing.unreadable()).isEqualTo(1);
  }

  static Stream<String> hostileNames() {
    return HostileNames.all();
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void a_hostile_name_is_made_fit_to_be_kept(String name) throws DeveloperApiException {
    String clean = only(FakeDeveloperApi.database("1", name, "eu1-x")).name();

    assertThat(DatabaseName.problem(clean)).isEmpty();
  }

  @Test
  void the_same_database_twice_is_one() throws DeveloperApiException {
    AccountListing listing =
        api(
            FakeDeveloperApi.database("1", "shop", "eu1-a"),
            FakeDeveloperApi.database("1", "again", "eu1-b"),
            FakeDeveloperApi.database("2", "same place", "EU1-A"),
            FakeDeveloperApi.database("3", "shop", "eu1-c"));

    assertThat(listing.databases()).map(AccountDatabase::id).containsExactly("1", "3");
  }

  @Test
  void ten_thousand_databases_are_listed() throws DeveloperApiException {
    server.with(
        IntStream.range(0, 10_000)
            .mapToObj(n -> FakeDeveloperApi.database("id-" + n, "db " + n, "eu1-" + n))
            .toList());

    AccountListing listing = api.databases(ACCOUNT);

    assertThat(listing.databases()).hasSize(10_000);
    assertThat(listing.databases().getLast().address().host()).isEqualTo("eu1-9999.upstash.io");
  }
}
