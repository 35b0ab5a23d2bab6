package dev.upkeep.agent.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.keeping.World;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.ProviderFigures;
import dev.upkeep.control.account.ProviderFigures.Counted;
import dev.upkeep.database.Secret;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.upstash.Account;
import dev.upkeep.upstash.DeveloperApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days and weeks of a linked account in virtual time, over the real scheduler and store, against a
/// server made from the documentation.
final class AccountWalkIT {
  private static final String KEY = "c4n4ry-key";
  private static final Duration HALF_DAY = Duration.ofHours(12);

  @RegisterExtension final World world = new World(Instant.parse("2026-11-10T08:00:00Z"));
  private final UUID shop = world.keeping("shop");
  private final AtomicLong events = new AtomicLong();

  @TempDir private Path folder;
  private FakeDeveloperApi server;
  private Secrets secrets;
  private AccountPlace place;
  private AccountLooks looks;

  @BeforeEach
  void start() throws Exception {
    server = FakeDeveloperApi.start(KEY);
    server.with(
        FakeDeveloperApi.limited(
            FakeDeveloperApi.database("id-shop", "shop", "shop"), 500_000, 268_435_456));
    secrets =
        new Secrets(
            SecretStores.passphraseFile(folder.resolve("secrets.p12"), "passphrase".toCharArray()),
            new References(Map.of()),
            SecretLedger.at(folder.resolve("ledger")),
            Secrets.Binding.AT_FIRST_USE);
    place = new AccountPlace(folder.resolve("account.json"), secrets);
    Void _ = place.store(new Account(FakeDeveloperApi.EMAIL, Secret.of(KEY))).get();
    place.write(new AccountPlace.Link(world.time.instant(), KeyRights.READ_ONLY, false));
    begin(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void begin(URI address) {
    looks =
        new AccountLooks(
            place,
            () -> new DeveloperApi(address),
            world.time,
            world.keeper,
            world.history,
            new AccountLooks.Telling(
                world.alerts::tell, () -> new UUID(9, events.incrementAndGet()), true),
            world.time,
            task -> world.time.later(Duration.ofMillis(50), task));
    looks.start();
    tend(looks);
    world.pass(Duration.ofMinutes(1));
  }

  /// Only the one that is in charge; those before a restart are gone.
  private void tend(AccountLooks one) {
    if (one == looks) {
      one.tend();
      var _ = world.time.after(Duration.ofSeconds(30), () -> tend(one));
    }
  }

  private void restart() throws Exception {
    world.restart();
    begin(server.uri());
  }

  private ProviderFigures figures() {
    return world.keeper.statuses().getFirst().figures().orElseThrow();
  }

  private long looksSoFar() {
    return server.requests().stream().filter("GET /v2/redis/databases"::equals).count();
  }

  @Test
  void it_is_looked_at_twice_a_day_and_never_with_a_request_that_changes_anything() {
    world.pass(Duration.ofDays(7));

    assertThat(looksSoFar()).isEqualTo(15);
    assertThat(server.requests()).allMatch(request -> request.startsWith("GET "));
    assertThat(world.told).isEmpty();
  }

  @Test
  void a_restart_does_not_look_sooner() throws Exception {
    world.pass(Duration.ofHours(1));
    restart();
    world.pass(Duration.ofHours(10));

    assertThat(looksSoFar()).isEqualTo(1);
  }

  @Test
  void a_person_is_answered_at_most_once_a_minute() {
    for (int i = 0; i < 6; i++) {
      var _ = looks.look();
      world.pass(Duration.ofSeconds(10));
    }

    assertThat(looksSoFar()).isEqualTo(2);
  }

  @Test
  void counters_that_grow_with_touches_have_counted_them() {
    for (int look = 0; look < 6; look++) {
      server.counting("id-shop", 10 + 2 * look, 10 + 2 * look);
      world.pass(HALF_DAY);
    }

    assertThat(figures().counted()).isEqualTo(Counted.COUNTED);
    assertThat(figures().requests()).isPresent();
    assertThat(world.told).isEmpty();
  }

  @Test
  void counters_that_grow_by_others_tell_nothing_of_touches() {
    for (int look = 0; look < 6; look++) {
      server.counting("id-shop", 1_000L * look, 700L * look);
      world.pass(HALF_DAY);
    }

    assertThat(figures().counted()).isEqualTo(Counted.BY_OTHERS);
    assertThat(world.told).isEmpty();
  }

  @Test
  void counters_that_stand_still_are_told_once_and_after_restarts_never_again() throws Exception {
    server.counting("id-shop", 1_200, 34);
    world.pass(Duration.ofDays(3));
    restart();
    world.pass(Duration.ofDays(3));
    restart();
    world.pass(Duration.ofDays(3));

    assertThat(world.titles()).containsExactly("Upstash seems not to count touches of shop");
    assertThat(world.only().body()).contains("1,234 reads and writes", "may be late");
    assertThat(figures().counted()).isEqualTo(Counted.NOT_COUNTED);
    assertThat(world.keeper.statuses().getFirst().margin().safeUntil())
        .as("the margin is that of the last write")
        .isEqualTo(
            world.keeper.statuses().getFirst().lastWrite().map(at -> at.plus(Duration.ofDays(30))));
  }

  @Test
  void a_change_of_month_is_no_growth_and_no_standstill() {
    world.passUntil(Instant.parse("2026-11-29T12:00:00Z"));
    server.counting("id-shop", 500, 500);
    world.passUntil(Instant.parse("2026-12-01T00:30:00Z"));
    server.counting("id-shop", 0, 0);
    world.passUntil(Instant.parse("2026-12-01T14:00:00Z"));

    assertThat(world.told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "395000, ''",
    "400000, shop has used 80 % of its commands of this month",
    "475000, shop has used 95 % of its commands of this month",
    "500000, shop has used 100 % of its commands of this month",
  })
  void a_quota_is_told_once_a_month(long used, String title) throws Exception {
    server.counting("id-shop", used - 1, 1);
    world.pass(Duration.ofDays(1));
    restart();
    world.pass(Duration.ofDays(1));

    List<String> quota = new ArrayList<>(world.titles());
    quota.removeIf(one -> !one.contains("%"));
    assertThat(quota).isEqualTo(title.isEmpty() ? List.of() : List.of(title));
  }

  @Test
  void a_new_database_is_announced_once_with_how_to_keep_it() throws Exception {
    world.pass(HALF_DAY);
    server.with(FakeDeveloperApi.database("id-blog", "blog-cache", "blog"));
    world.pass(HALF_DAY);
    restart();
    world.pass(Duration.ofDays(2));

    assertThat(world.titles())
        .containsExactly("blog-cache is new in your Upstash account, and nobody keeps it");
    assertThat(world.only().body()).contains("upkeep account --keep id-blog");
    assertThat(looks.view().unkept()).hasSize(1);
  }

  @Test
  void one_that_a_person_ignores_stays_ignored() throws Exception {
    server.with(FakeDeveloperApi.database("id-blog", "blog-cache", "blog"));
    world.pass(Duration.ofDays(1));
    looks.ignore("id-blog");
    restart();

    assertThat(looks.view().unkept().getFirst().ignored()).isTrue();
  }

  @Test
  void one_that_vanished_settles_what_its_name_means() throws Exception {
    world.pass(Duration.ofDays(1));
    server.without("id-shop");
    world.answer(shop, World.failed(FailureKind.UNRESOLVED));
    world.pass(Duration.ofDays(2));
    restart();
    world.pass(Duration.ofDays(1));

    assertThat(world.titles())
        .filteredOn(title -> title.equals("shop is gone from your Upstash account"))
        .hasSize(1);
    assertThat(figures().goneSince()).isPresent();
  }

  @Test
  void a_state_is_told_in_the_providers_word() {
    world.pass(HALF_DAY);
    var suspended = FakeDeveloperApi.database("id-shop", "shop", "shop");
    suspended.addProperty("state", "suspended");
    server.replaced(List.of(suspended));
    world.pass(Duration.ofDays(3));

    assertThat(world.titles()).containsExactly("Upstash says that shop is suspended");
    assertThat(figures().state()).isEqualTo("suspended");
  }

  @Test
  void offline_for_a_week_nobody_hears_of_the_account() throws Exception {
    world.answerAll(World.OFFLINE);
    server.close();
    world.pass(Duration.ofDays(7));

    assertThat(world.told).isEmpty();
    assertThat(looks.view().trouble()).isPresent();
  }

  @Test
  void a_key_that_was_revoked_is_told_once_and_looked_with_twice_a_day_at_most() throws Exception {
    world.pass(HALF_DAY);
    server.revoked();
    world.pass(Duration.ofDays(2));
    restart();
    world.pass(Duration.ofDays(2));

    assertThat(world.titles())
        .containsExactly("Upstash does not accept the key of your account any more");
    assertThat(looksSoFar()).isLessThan(15);
  }

  @Test
  void another_key_of_the_same_account_goes_on_where_it_was() throws Exception {
    world.pass(HALF_DAY);
    server.with(FakeDeveloperApi.database("id-blog", "blog-cache", "blog"));
    looks.linked(
        new AccountPlace.Link(world.time.instant(), KeyRights.FULL, false), Set.of("id-shop"));
    var _ = looks.look();
    world.pass(Duration.ofMinutes(2));

    assertThat(world.titles()).hasSize(1);
  }

  @Test
  void an_agent_that_is_not_linked_asks_nothing() throws Exception {
    looks.unlinked();
    place.delete();
    int before = server.requests().size();
    world.pass(Duration.ofDays(2));
    restart();
    world.pass(Duration.ofDays(2));

    assertThat(server.requests()).hasSize(before);
    assertThat(world.keeper.statuses().getFirst().figures()).isEmpty();
    assertThat(world.history.memo(AccountLooks.MEMO)).isEmpty();
  }
}
