package dev.upkeep.upstash.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.upstash.AccountDatabase;
import dev.upkeep.upstash.AccountDatabase.Plan;
import dev.upkeep.upstash.AccountDatabase.State;
import dev.upkeep.upstash.AccountListing;
import dev.upkeep.upstash.AccountStats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class LookRuleTest {
  private static final Instant START = Instant.parse("2026-11-10T08:00:00Z");
  private static final UUID SHOP = new UUID(0, 1);
  private static final Look.Kept KEPT = kept(false);

  private AccountMemory memory = AccountMemory.NONE;
  private Instant at = START;

  private static Look.Kept kept(boolean unresolved) {
    return new Look.Kept(SHOP, "shop", "eu1-shop.upstash.io", unresolved, List.of(), 0, 372);
  }

  private static AccountDatabase database(String id, State state, Plan plan) {
    return new AccountDatabase(
        id,
        id,
        "eu-west-1",
        state,
        plan,
        new Endpoint.Redis("eu1-" + id + ".upstash.io", 6379, Optional.empty(), true),
        Optional.empty());
  }

  private static AccountDatabase database(String id) {
    return database(id, State.ACTIVE, Plan.FREE);
  }

  private static AccountStats requests(long figure) {
    return new AccountStats(
        Optional.empty(),
        Optional.empty(),
        Optional.of(figure),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static <T> T one(T[] values, Random random) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private List<AccountNews> look(Look.Kept kept, AccountDatabase... listed) {
    return look(
        new Look(at, new AccountListing(Arrays.asList(listed), 0), Map.of(), List.of(kept), false));
  }

  private List<AccountNews> look(Look look) {
    LookRule.Result result = LookRule.apply(memory, look);
    // Every look of every test goes through what is kept on the disk.
    memory = AccountMemoryJson.read(AccountMemoryJson.write(result.after()));
    assertThat(memory).isEqualTo(result.after());
    at = at.plus(Duration.ofHours(12));
    return result.news();
  }

  @Test
  void what_is_there_when_an_account_is_linked_is_not_new() {
    assertThat(look(KEPT, database("shop"), database("blog"))).isEmpty();
  }

  @Test
  void a_new_one_is_announced_once() {
    look(KEPT, database("shop"));

    assertThat(look(KEPT, database("shop"), database("blog")))
        .containsExactly(new AccountNews.Appeared("blog", "blog", "eu1-blog.upstash.io", false));
    assertThat(look(KEPT, database("shop"), database("blog"))).isEmpty();
  }

  @Test
  void only_a_free_and_active_one_is_kept_without_a_question() {
    look(KEPT, database("shop"));

    List<AccountNews> news =
        look(
            new Look(
                at,
                new AccountListing(
                    List.of(
                        database("free"),
                        database("paid", State.ACTIVE, Plan.PAID),
                        database("asleep", State.SUSPENDED, Plan.FREE)),
                    0),
                Map.of(),
                List.of(),
                true));

    assertThat(news)
        .map(one -> ((AccountNews.Appeared) one).keep())
        .containsExactly(true, false, false);
  }

  @Test
  void many_new_ones_are_one_piece_of_news() {
    look(KEPT, database("shop"));

    assertThat(
            look(
                KEPT, database("a"), database("b"), database("c"), database("d"), database("shop")))
        .containsExactly(new AccountNews.ManyAppeared(List.of("a", "b", "c"), 4));
  }

  @Test
  void one_that_a_person_has_removed_is_not_new() {
    look(KEPT, database("shop"));

    assertThat(
            look(
                new Look(
                    at,
                    new AccountListing(List.of(database("shop")), 0),
                    Map.of(),
                    List.of(),
                    false)))
        .isEmpty();
    assertThat(memory.entries().values()).map(AccountEntry::ignored).containsExactly(true);
  }

  @Test
  void one_that_is_gone_is_told_at_once_where_its_name_is_gone_too() {
    look(KEPT, database("shop"));

    assertThat(look(kept(true))).containsExactly(new AccountNews.Gone(SHOP, "shop"));
    assertThat(look(kept(true))).isEmpty();
    assertThat(memory.of(SHOP).orElseThrow().missingSince()).isPresent();
  }

  @Test
  void one_that_still_answers_is_gone_when_two_lists_say_so() {
    look(KEPT, database("shop"));

    assertThat(look(KEPT)).isEmpty();
    assertThat(look(KEPT)).containsExactly(new AccountNews.Gone(SHOP, "shop"));
  }

  @Test
  void a_list_with_entries_that_cannot_be_read_proves_nothing_gone() {
    look(KEPT, database("shop"));

    for (int i = 0; i < 3; i++) {
      assertThat(
              look(
                  new Look(
                      at, new AccountListing(List.of(), 1), Map.of(), List.of(kept(true)), false)))
          .isEmpty();
    }
  }

  @Test
  void one_that_never_was_in_the_account_is_not_gone_from_it() {
    look(kept(true), database("blog"));

    assertThat(look(kept(true), database("blog"))).isEmpty();
  }

  @Test
  void a_state_is_told_in_the_providers_word_once_each() {
    look(KEPT, database("shop"));

    assertThat(look(KEPT, database("shop", State.SUSPENDED, Plan.FREE)))
        .containsExactly(new AccountNews.NotActive(SHOP, "shop", "suspended"));
    assertThat(look(KEPT, database("shop", State.SUSPENDED, Plan.FREE))).isEmpty();
    assertThat(look(KEPT, database("shop", State.PASSIVE, Plan.FREE)))
        .containsExactly(new AccountNews.NotActive(SHOP, "shop", "passive"));
    assertThat(look(KEPT, database("shop"))).isEmpty();
    assertThat(look(KEPT, database("shop", State.PASSIVE, Plan.FREE))).hasSize(1);
  }

  @Test
  void a_state_that_is_not_told_is_no_news() {
    assertThat(look(KEPT, database("shop", State.UNKNOWN, Plan.FREE))).isEmpty();
  }

  @Test
  void a_quota_is_told_with_what_touches_took_of_it() {
    look(KEPT, database("shop"));
    List<AccountNews> news = new ArrayList<>();
    for (long used : new long[] {395_000, 405_000, 410_000, 475_000, 500_000}) {
      news.addAll(
          look(
              new Look(
                  at,
                  new AccountListing(List.of(database("shop")), 0),
                  Map.of("shop", requests(used)),
                  List.of(KEPT),
                  false)));
    }

    assertThat(news)
        .containsExactly(
            new AccountNews.QuotaReached(SHOP, "shop", 80, 405_000, 500_000, 372),
            new AccountNews.QuotaReached(SHOP, "shop", 95, 475_000, 500_000, 372));
  }

  @Test
  void hostile_names_are_remembered_as_they_are() {
    List<AccountDatabase> all = new ArrayList<>();
    HostileNames.all()
        .forEach(name ->
            all.add(
                new AccountDatabase(
                    "id" + all.size(),
                    name,
                    "",
                    State.ACTIVE,
                    Plan.FREE,
                    new Endpoint.Redis(
                        "h" + all.size() + ".upstash.io", 6379, Optional.empty(), true),
                    Optional.empty())));

    assertThat(look(new Look(at, new AccountListing(all, 0), Map.of(), List.of(), false)))
        .isEmpty();
    assertThat(memory.entries()).hasSize(all.size());
  }

  /// Whatever an account does, no look repeats what the one before has said.
  @Test
  void the_same_look_again_never_says_anything() {
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      memory = AccountMemory.NONE;
      at = START;
      for (int i = 0; i < 6; i++) {
        List<AccountDatabase> listed = new ArrayList<>();
        for (String id : List.of("shop", "a", "b", "c", "d", "e")) {
          if (random.nextInt(3) > 0) {
            listed.add(database(id, one(State.values(), random), one(Plan.values(), random)));
          }
        }
        Look look =
            new Look(
                at,
                new AccountListing(listed, random.nextInt(4) == 0 ? 1 : 0),
                Map.of("shop", requests(random.nextLong(600_000))),
                List.of(kept(random.nextBoolean())),
                random.nextBoolean());
        look(look);
        assertThat(LookRule.apply(memory, look).news()).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void what_was_damaged_is_not_known_and_the_rest_is() {
    look(KEPT, database("shop"), database("blog"));
    String text = AccountMemoryJson.write(memory);

    assertThat(
            AccountMemoryJson.read(
                    text.replace("\"plan\":\"FREE\",\"keptAs\"", "\"plan\":1,\"keptAs\""))
                .entries())
        .containsOnlyKeys("blog");
    assertThat(AccountMemoryJson.read("nonsense\n" + text)).isEqualTo(AccountMemory.NONE);
    assertThat(AccountMemoryJson.read("")).isEqualTo(AccountMemory.NONE);
  }
}
