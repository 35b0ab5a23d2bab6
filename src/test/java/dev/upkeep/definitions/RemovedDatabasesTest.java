package dev.upkeep.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.RemovedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What was removed waits in the file, and comes back whole.
final class RemovedDatabasesTest {
  private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");
  private static final Database SHOP = database(1, "shop");
  private static final Database BLOG = database(2, "blog");

  private static Database database(int id, String name) {
    return Database.of(
            new UUID(0, id),
            name,
            new Endpoint.Redis("a.upstash.io", 6379, Optional.of("default"), true))
        .edit()
        .tags(List.of("blue", "Team:Red"))
        .done();
  }

  private static Definitions both() throws Exception {
    return Definitions.EMPTY.put(List.of(SHOP, BLOG));
  }

  private static Definitions reread(Definitions definitions) throws Exception {
    return DefinitionsText.read(DefinitionsText.write(definitions)).definitions();
  }

  @Test
  void it_is_read_again_as_it_was_removed() throws Exception {
    Definitions read = reread(both().remove(List.of(SHOP.id()), AT));

    assertThat(read.databases()).containsExactly(BLOG);
    assertThat(read.removed()).containsExactly(new RemovedDatabase(SHOP, AT));
  }

  @Test
  void it_leaves_this_computer_in_no_export() throws Exception {
    assertThat(Exchange.export(both().remove(List.of(SHOP.id()), AT)))
        .doesNotContain("removed", "\"shop\"");
  }

  @Test
  void it_comes_back_under_its_name_or_one_like_it() throws Exception {
    Definitions removed = both().remove(List.of(SHOP.id()), AT);
    RemovedDatabase waiting = removed.removed().getFirst();
    assertThat(removed.bringBack(waiting).databases()).containsExactly(BLOG, SHOP);
    Definitions taken = removed.put(BLOG.withName("SHOP"));

    Definitions back = taken.bringBack(waiting);

    assertThat(back.find(SHOP.id()).map(Database::name)).contains("shop (2)");
    assertThat(back.removed()).isEmpty();
  }

  @Test
  void what_cannot_be_read_there_harms_nothing_else() throws Exception {
    String text = DefinitionsText.write(both().remove(List.of(SHOP.id()), AT));

    Reading read = DefinitionsText.read(text.replace(AT.toString(), "yesterday"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.definitions().databases()).containsExactly(BLOG);
    assertThat(read.definitions().removed()).isEmpty();
  }

  @Test
  void tags_are_kept_each_once_in_their_order() throws Exception {
    Database tagged = SHOP.edit().tags(List.of("b", "A", "a", "B")).done();
    assertThat(tagged.tags()).containsExactly("A", "b");
    assertThat(reread(both().put(tagged)).find(SHOP.id())).contains(tagged);
  }
}
