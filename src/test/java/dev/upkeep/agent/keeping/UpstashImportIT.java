package dev.upkeep.agent.keeping;

import static dev.upkeep.agent.CoreRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.upkeep.agent.Core;
import dev.upkeep.agent.CoreRig;
import dev.upkeep.agent.DeveloperApiAddress;
import dev.upkeep.agent.SetupException;
import dev.upkeep.control.Added;
import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.UpstashAccount;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.history.Health;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.testing.RedisServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An account of a fake Developer API whose databases are real ones, and the keeper's parts
/// together.
final class UpstashImportIT {
  private static final String KEY = "c4n4ry-api-key";
  private static final UpstashAccount ACCOUNT =
      new UpstashAccount(FakeDeveloperApi.EMAIL, Secret.of(KEY));

  @TempDir private Path folder;
  private CoreRig rig;
  private FakeDeveloperApi server;
  private Core core;

  @BeforeEach
  void start() throws Exception {
    rig = CoreRig.start(folder);
    server = FakeDeveloperApi.start(KEY);
    core = rig.open(false, server.uri());
  }

  @AfterEach
  void stop() {
    core.close();
    server.close();
    rig.close();
  }

  private JsonObject local(String id, String name) {
    return FakeDeveloperApi.local(id, name, rig.redis().port(), CoreRig.PASSWORD);
  }

  private Added add(UpstashOffer offer, String id) throws AgentException {
    return core.api().addUpstash(offer.id(), id, false);
  }

  private List<String> names() throws Exception {
    return core.api().snapshot().databases().stream()
        .map(DatabaseStatus::database)
        .map(Database::name)
        .toList();
  }

  @Test
  void a_database_of_the_account_is_tested_and_kept_with_its_password() throws Exception {
    server.with(local("id-1", "shop"));

    UpstashOffer offer = core.api().listUpstash(ACCOUNT);
    assertThat(offer.databases()).extracting(OfferedDatabase::addable).containsExactly(true);
    Added added = add(offer, "id-1");

    assertThat(added.test().orElseThrow().alive()).isTrue();
    assertThat(added.status().database().name()).isEqualTo("shop");
    assertThat(added.status().database().effectiveWindow()).isEmpty();
    core.close();
    core = rig.open(false, server.uri());
    DatabaseStatus kept = CoreRig.only(core.api());
    assertThat(core.api().touch(List.of(kept.database().id())).getFirst().touch().alive()).isTrue();
    assertThat(CoreRig.only(core.api()).health()).isEqualTo(Health.ALIVE);
    assertThat(server.requests()).as("the key is used once").hasSize(1);
  }

  @Test
  void what_is_kept_already_is_recognised_and_never_doubled() throws Exception {
    server.with(local("id-1", "shop"));
    UpstashOffer first = core.api().listUpstash(ACCOUNT);
    add(first, "id-1");

    UpstashOffer second = core.api().listUpstash(ACCOUNT);

    assertThat(second.databases().getFirst().keptAs()).contains("shop");
    assertThat(refusal(() -> core.api().addUpstash(first.id(), "id-1", true)))
        .isEqualTo(Reason.CONFLICT);
    assertThat(names()).containsExactly("shop");
  }

  @Test
  void a_name_that_is_taken_gets_a_number_even_when_both_come_at_once() throws Exception {
    try (RedisServer second = RedisServer.builder().password(CoreRig.PASSWORD).start();
        RedisServer third = RedisServer.builder().password(CoreRig.PASSWORD).start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server
          .with(local("id-1", "shop"))
          .with(FakeDeveloperApi.local("id-2", "SHOP", second.port(), CoreRig.PASSWORD))
          .with(FakeDeveloperApi.local("id-3", "shop", third.port(), CoreRig.PASSWORD));
      UpstashOffer offer = core.api().listUpstash(ACCOUNT);

      List<Future<Added>> adding = new ArrayList<>();
      for (String id : List.of("id-1", "id-2", "id-3")) {
        adding.add(threads.submit(() -> add(offer, id)));
      }
      for (Future<Added> each : adding) {
        assertThat(each.get().test()).isPresent();
      }
    }
    assertThat(names())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrder("shop", "shop-2", "shop-3");
  }

  @Test
  void a_password_that_does_not_fit_stores_nothing_unless_told_to() throws Exception {
    JsonObject wrong = local("id-1", "shop");
    wrong.addProperty("password", "c4n4ry-wrong");
    server.with(wrong);
    UpstashOffer offer = core.api().listUpstash(ACCOUNT);

    assertThat(refusal(() -> add(offer, "id-1"))).isEqualTo(Reason.TEST_FAILED);
    assertThat(names()).isEmpty();

    Added anyway = core.api().addUpstash(offer.id(), "id-1", true);
    assertThat(anyway.test()).isEmpty();
    assertThat(names()).containsExactly("shop");
  }

  @Test
  void a_database_without_credentials_is_listed_and_told_how_to_be_added() throws Exception {
    JsonObject closed = local("id-1", "shop");
    closed.remove("password");
    closed.remove("rest_token");
    server.with(closed);

    UpstashOffer offer = core.api().listUpstash(ACCOUNT);

    assertThat(offer.databases().getFirst().hasCredentials()).isFalse();
    assertThat(refusal(() -> core.api().addUpstash(offer.id(), "id-1", true)))
        .isEqualTo(Reason.INVALID);
  }

  @Test
  void an_offer_that_is_forgotten_has_no_credentials_any_more() throws Exception {
    server.with(local("id-1", "shop"));
    UpstashOffer offer = core.api().listUpstash(ACCOUNT);

    core.api().forgetUpstash(offer.id());

    assertThat(refusal(() -> add(offer, "id-1"))).isEqualTo(Reason.NOT_FOUND);
    core.api().forgetUpstash(offer.id());
  }

  @Test
  void neither_key_nor_passwords_leave_in_what_is_offered() throws Exception {
    server.with(local("id-1", "shop"));

    assertThat(core.api().listUpstash(ACCOUNT).toString()).doesNotContain("c4n4ry");
  }

  @Test
  void a_key_that_is_not_accepted_and_a_service_in_trouble_are_told_apart() {
    UpstashAccount wrong = new UpstashAccount(FakeDeveloperApi.EMAIL, Secret.of("c4n4ry-other"));
    assertThat(refusal(() -> core.api().listUpstash(wrong))).isEqualTo(Reason.INVALID);

    for (HttpReply reply :
        List.of(
            HttpReply.tooMany(7), HttpReply.json(503, ""), HttpReply.html(200, "<html>Hello"))) {
      server.answering(reply);
      assertThat(refusal(() -> core.api().listUpstash(ACCOUNT))).isEqualTo(Reason.SERVICE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example.com/v2", "http://evil.example.com", "http://192.0.2.1", "x"})
  void no_variable_sends_a_key_to_another_computer(String address) {
    assertThatThrownBy(() -> DeveloperApiAddress.of(Map.of(DeveloperApiAddress.VARIABLE, address)))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> assertThat(e.problems().getFirst()).contains("UPKEEP_UPSTASH_API"));
  }

  @Test
  void without_the_variable_it_is_the_real_service() throws Exception {
    assertThat(DeveloperApiAddress.of(Map.of())).isEmpty();
    assertThat(DeveloperApiAddress.of(Map.of(DeveloperApiAddress.VARIABLE, "http://[::1]:8/v2")))
        .contains(URI.create("http://[::1]:8/v2"));
  }
}
