package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KnownDatabasesTest {
  private final Database shop =
      Database.of(
          UUID.randomUUID(), "shop", new Endpoint.Redis("127.0.0.1", 1, Optional.empty(), false));
  private final KnownDatabases databases = new KnownDatabases();

  @BeforeEach
  void knowIt() {
    databases.know(shop);
  }

  @Test
  void what_was_found_before_a_change_holds_neither_during_it_nor_after() {
    KnownDatabases.Known found = databases.find(shop.id()).orElseThrow();
    assertThat(databases.isStill(found)).isTrue();

    KnownDatabases.Change change = databases.begin(shop.id()).orElseThrow();
    assertThat(databases.isStill(found)).isFalse();
    change.close();

    assertThat(databases.isStill(found)).isFalse();
    assertThat(databases.isStill(databases.find(shop.id()).orElseThrow())).isTrue();
  }

  @Test
  void what_was_found_does_not_hold_for_an_equal_definition_that_came_back() {
    KnownDatabases.Known found = databases.find(shop.id()).orElseThrow();
    databases.know(shop.edit().key("another").done());
    databases.know(shop);
    assertThat(databases.isStill(found)).isFalse();
  }

  @Test
  void one_change_at_a_time() {
    KnownDatabases.Change change = databases.begin(shop.id()).orElseThrow();
    assertThat(databases.begin(shop.id())).isEmpty();
    assertThat(databases.begin(UUID.randomUUID())).isPresent();
    change.close();
    assertThat(databases.begin(shop.id())).isPresent();
  }

  @Test
  void a_change_is_waited_for_but_not_for_ever() throws Exception {
    databases.awaitUnchanging(shop.id(), Duration.ofSeconds(30));
    KnownDatabases.Change change = databases.begin(shop.id()).orElseThrow();
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> databases.awaitUnchanging(shop.id(), Duration.ofMillis(1)));
    change.close();
    databases.awaitUnchanging(shop.id(), Duration.ofSeconds(30));
  }

  @Test
  void a_database_that_is_removed_during_a_change_stays_removed() {
    KnownDatabases.Change change = databases.begin(shop.id()).orElseThrow();
    databases.forget(shop.id());
    change.close();
    assertThat(databases.find(shop.id())).isEmpty();
  }
}
