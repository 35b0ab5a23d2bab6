package dev.upkeep.agent.account;

import static dev.upkeep.agent.CoreRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.agent.Core;
import dev.upkeep.agent.CoreRig;
import dev.upkeep.control.AgentException.Refused.Reason;
import dev.upkeep.control.account.FoundDatabase;
import dev.upkeep.control.account.KeyRights;
import dev.upkeep.control.account.LinkRequest;
import dev.upkeep.control.account.LinkedAccount;
import dev.upkeep.database.Secret;
import dev.upkeep.testing.Canary;
import dev.upkeep.testing.FakeDeveloperApi;
import dev.upkeep.testing.HttpReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Linking, keeping and unlinking with the keeper's parts together and a real database, against a
/// server made from the documentation.
final class AccountLinkIT {
  private static final String PROBE = "DELETE /v2/redis/database/readonly-check-nonexistent";
  private static final String KEY = Canary.ASCII;

  @TempDir private Path folder;
  private CoreRig rig;
  private FakeDeveloperApi server;
  private Core core;

  @BeforeEach
  void start() throws Exception {
    rig = CoreRig.start(folder);
    server = FakeDeveloperApi.start(KEY);
    server.with(FakeDeveloperApi.local("id-1", "blog", rig.redis().port(), CoreRig.PASSWORD));
    core = rig.open(false, server.uri());
  }

  @AfterEach
  void stop() {
    core.close();
    server.close();
    rig.close();
  }

  private void again() throws Exception {
    core.close();
    core = rig.open(false, server.uri());
  }

  private static LinkRequest request(String key, boolean probe) {
    return new LinkRequest(FakeDeveloperApi.EMAIL, Secret.of(key), probe, false);
  }

  private long probes() {
    return server.requests().stream().filter(one -> !one.startsWith("GET ")).count();
  }

  @Test
  void a_read_only_key_is_found_out_by_one_request_and_outlives_a_restart() throws Exception {
    server.readOnly();

    assertThat(core.api().linkAccount(request(KEY, true)).rights()).isEqualTo(KeyRights.READ_ONLY);
    again();

    LinkedAccount linked = core.api().account();
    assertThat(linked.linked()).isTrue();
    assertThat(linked.rights()).isEqualTo(KeyRights.READ_ONLY);
    assertThat(core.api().lookAtAccount().unkept()).map(FoundDatabase::name).contains("blog");
    assertThat(probes()).isEqualTo(1);
    assertThat(server.requests()).contains(PROBE);
  }

  @Test
  void a_full_key_deletes_nothing() throws Exception {
    assertThat(core.api().linkAccount(request(KEY, true)).rights()).isEqualTo(KeyRights.FULL);
    assertThat(core.api().account().unkept()).hasSize(1);
    assertThat(probes()).isEqualTo(1);
  }

  @Test
  void without_a_probe_nothing_but_get_is_sent() throws Exception {
    assertThat(core.api().linkAccount(request(KEY, false)).rights()).isEqualTo(KeyRights.UNTRIED);
    assertThat(probes()).isZero();
  }

  @Test
  void a_wrong_key_is_neither_probed_nor_stored() throws Exception {
    assertThat(refusal(() -> core.api().linkAccount(request("c4n4ry-wrong", true))))
        .isEqualTo(Reason.INVALID);

    assertThat(probes()).isZero();
    assertThat(core.api().account().linked()).isFalse();
    again();
    assertThat(core.api().account().linked()).isFalse();
  }

  @Test
  void a_server_that_claims_to_delete_what_cannot_exist_is_not_linked() throws Exception {
    server.with(FakeDeveloperApi.database("readonly-check-nonexistent", "x", "x"));

    assertThat(refusal(() -> core.api().linkAccount(request(KEY, true)))).isEqualTo(Reason.SERVICE);
    assertThat(core.api().account().linked()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', key", "nobody, key", "a@b, 'two words'"})
  void what_can_be_no_account_is_not_even_sent(String email, String key) {
    LinkRequest request = new LinkRequest(email, Secret.of(key), true, false);

    assertThat(refusal(() -> core.api().linkAccount(request))).isEqualTo(Reason.INVALID);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void one_that_the_account_has_is_kept_with_its_password_when_a_person_wants_it()
      throws Exception {
    var _ = core.api().linkAccount(request(KEY, false));

    var added = core.api().keepFound("id-1");

    assertThat(added.test().orElseThrow().alive()).isTrue();
    assertThat(core.api().account().unkept()).isEmpty();
    assertThat(server.requests()).contains("GET /v2/redis/database/id-1");
    assertThat(refusal(() -> core.api().keepFound("id-2"))).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void where_the_account_withholds_the_password_its_connection_text_is_asked_for()
      throws Exception {
    server.hidingSecrets();
    var _ = core.api().linkAccount(request(KEY, false));

    assertThat(refusal(() -> core.api().keepFound("id-1"))).isEqualTo(Reason.INVALID);
    assertThat(core.api().snapshot().databases()).isEmpty();
  }

  @Test
  void unlinking_forgets_and_asks_nothing_more() throws Exception {
    var _ = core.api().linkAccount(request(KEY, false));
    int before = server.requests().size();

    assertThat(core.api().unlinkAccount()).isEqualTo(LinkedAccount.NONE);
    again();
    assertThat(core.api().lookAtAccount()).isEqualTo(LinkedAccount.NONE);

    assertThat(server.requests()).hasSize(before);
    assertThat(refusal(() -> core.api().ignoreFound("id-1"))).isEqualTo(Reason.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {Canary.ASCII, Canary.FOREIGN})
  void neither_e_mail_nor_key_is_anywhere_in_the_home(String canary) throws Exception {
    String email = "größe.密码." + "c4n4ry@example.com";
    server.close();
    server = FakeDeveloperApi.start(canary).of(email);
    server.with(FakeDeveloperApi.local("id-1", "blog", rig.redis().port(), CoreRig.PASSWORD));
    again();

    LinkedAccount linked =
        core.api().linkAccount(new LinkRequest(email, Secret.of(canary), true, false));
    server.answering(HttpReply.json(500, "\"" + canary + " " + email + "\""));
    again();
    assertThat(linked.toString() + core.api().account() + core.api().snapshot())
        .doesNotContain(Canary.traces(canary))
        .doesNotContain(Canary.traces(email));
    core.close();

    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String trace :
          List.of(Canary.traces(canary), Canary.traces(email)).stream()
              .flatMap(Stream::of)
              .toList()) {
        assertThat(text).as(file.toString()).doesNotContain(trace);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
