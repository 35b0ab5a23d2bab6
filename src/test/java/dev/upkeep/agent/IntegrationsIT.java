package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.alert.Destination;
import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Change;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SettingsView;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.json.Json;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.HttpInbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Webhook and heartbeat as a person sets them, with a real core and a real file under a
/// passphrase.
final class IntegrationsIT {
  private static final String CANARY = "c4n4ry-0utlet";

  @TempDir private Path folder;
  private final HttpInbox inbox = HttpInbox.start();

  @AfterEach
  void stop() {
    inbox.close();
  }

  private Core open(Map<Integration, Secret> given) throws Exception {
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
    Core.Plan plain = CoreRig.plan(paths, false, "laptop");
    return Core.open(
        new Core.Plan(
            paths,
            plain.profile(),
            plain.label(),
            plain.version(),
            plain.scheduled(),
            plain.enabled(),
            plain.standalone(),
            plain.fixed(),
            plain.desktop(),
            plain.metrics(),
            plain.loginSwitch(),
            given,
            plain.developerApi(),
            plain.releases(),
            plain.afterwards()),
        new Secrets(
            SecretStores.passphraseFile(paths.passphraseFile(), "passphrase".toCharArray()),
            new References(Map.of())),
        Clock.systemUTC());
  }

  private Secret url() {
    return Secret.of(inbox.url("/" + CANARY));
  }

  private static IntegrationStatus status(AgentApi api, Integration outlet) throws Exception {
    return api.outlets().stream()
        .filter(one -> one.outlet().equals(outlet))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource
  void an_address_outlives_the_agent_and_is_removed_again(Integration outlet) throws Exception {
    try (Core core = open(Map.of())) {
      assertThat(status(core.api(), outlet).state()).isEqualTo(IntegrationStatus.State.NOT_SET);
      IntegrationStatus set = core.api().changeOutlet(outlet, Optional.of(url()));
      assertThat(set.text()).isEqualTo("set (localhost)");
    }
    try (Core core = open(Map.of())) {
      assertThat(status(core.api(), outlet).host()).contains("localhost");
      assertThat(core.api().changeOutlet(outlet, Optional.empty()).text()).isEqualTo("not set");
    }
    try (Core core = open(Map.of())) {
      assertThat(status(core.api(), outlet).state()).isEqualTo(IntegrationStatus.State.NOT_SET);
    }
  }

  static List<Integration> an_address_outlives_the_agent_and_is_removed_again() {
    return Integration.values();
  }

  @Test
  void a_channel_has_an_address_of_its_own_once_it_is_named() throws Exception {
    Integration oncall = Integration.channel("oncall");
    try (Core core = open(Map.of())) {
      assertThat(refusal(() -> core.api().changeOutlet(oncall, Optional.of(url()))))
          .isEqualTo(Refused.Reason.INVALID);
      SettingsView _ =
          core.api()
              .changeSettings(
                  core.api().settings().revision(),
                  Map.of("webhook.channels", "oncall form=gotify"));
      assertThat(refusal(() -> core.api().changeOutlet(oncall, Optional.of(url()))))
          .as("Gotify wants a token")
          .isEqualTo(Refused.Reason.INVALID);
      assertThat(
              core.api()
                  .changeOutlet(
                      oncall, Optional.of(Secret.of(inbox.url("/message?token=" + CANARY))))
                  .text())
          .isEqualTo("set (localhost)");
      assertThat(status(core.api(), Integration.WEBHOOK).state())
          .isEqualTo(IntegrationStatus.State.NOT_SET);
      assertThat(core.api().testOutlet(oncall).delivered()).isTrue();
      assertThat(core.api().secrets().orphans()).isZero();
    }
    assertThat(inbox.taken()).hasSize(1);
    assertThat(inbox.taken().getFirst().path()).isEqualTo("/message");
    try (Core core = open(Map.of())) {
      assertThat(status(core.api(), oncall).host()).contains("localhost");
    }
  }

  @Test
  void an_address_that_looks_like_a_service_has_it_proposed() throws Exception {
    try (Core core = open(Map.of())) {
      IntegrationStatus _ =
          core.api()
              .changeOutlet(
                  Integration.WEBHOOK, Optional.of(Secret.of(inbox.url("/message?token=abc"))));

      assertThat(core.api().testOutlet(Integration.WEBHOOK).form()).contains("gotify");
    }
  }

  @Test
  void a_test_is_sent_marked_and_what_came_back_is_told() throws Exception {
    try (Core core = open(Map.of())) {
      core.api().changeOutlet(Integration.WEBHOOK, Optional.of(url()));

      assertThat(core.api().testOutlet(Integration.WEBHOOK))
          .isEqualTo(
              new IntegrationCheck(
                  Integration.WEBHOOK,
                  true,
                  Optional.of(204),
                  "localhost",
                  Optional.empty(),
                  Optional.empty()));
      inbox.answering(404);
      assertThat(core.api().testOutlet(Integration.WEBHOOK))
          .isEqualTo(
              new IntegrationCheck(
                  Integration.WEBHOOK,
                  false,
                  Optional.empty(),
                  "localhost",
                  Optional.empty(),
                  Optional.of("localhost answered with an error (404)")));
    }
    Json.Obj body = Json.parse(inbox.taken().getFirst().body()).asObject().orElseThrow();
    Json.Obj event = body.array("events").orElseThrow().getFirst().asObject().orElseThrow();
    assertThat(event.string("event")).contains("test");
    assertThat(event.string("label")).contains("laptop");
    assertThat(body.string("text").orElseThrow()).startsWith("A test from Upkeep on laptop");
  }

  @Test
  void a_heartbeat_is_tested_by_a_beat() throws Exception {
    try (Core core = open(Map.of())) {
      core.api()
          .changeOutlet(Integration.HEARTBEAT, Optional.of(Secret.of(inbox.url("/api/push/x"))));

      assertThat(core.api().testOutlet(Integration.HEARTBEAT).delivered()).isTrue();
    }
    assertThat(inbox.taken().getFirst().path())
        .isEqualTo("/api/push/x?status=up&msg=A+test+from+Upkeep+on+laptop&ping=0");
  }

  @Test
  void nothing_is_sent_where_nothing_is_set() throws Exception {
    try (Core core = open(Map.of())) {
      assertThat(refusal(() -> core.api().testOutlet(Integration.WEBHOOK)))
          .isEqualTo(Refused.Reason.INVALID);
    }
  }

  @Test
  void what_can_be_no_address_is_refused_and_not_stored() throws Exception {
    try (Core core = open(Map.of())) {
      for (String url : List.of("http://example.com/" + CANARY, CANARY, "ftp://x/" + CANARY)) {
        assertThatExceptionOfType(Refused.class)
            .isThrownBy(
                () -> core.api().changeOutlet(Integration.WEBHOOK, Optional.of(Secret.of(url))))
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY));
      }
      assertThat(status(core.api(), Integration.WEBHOOK).state())
          .isEqualTo(IntegrationStatus.State.NOT_SET);
    }
  }

  @Test
  void the_environment_wins_and_is_said_but_not_shown() throws Exception {
    try (Core core = open(Map.of())) {
      core.api()
          .changeOutlet(
              Integration.WEBHOOK, Optional.of(Secret.of("https://stored.example.com/x")));
    }
    try (Core core = open(Map.of(Integration.WEBHOOK, url()))) {
      IntegrationStatus status = status(core.api(), Integration.WEBHOOK);
      assertThat(status.text()).isEqualTo("set (localhost), from UPKEEP_WEBHOOK_URL");
      assertThat(refusal(() -> core.api().changeOutlet(Integration.WEBHOOK, Optional.empty())))
          .isEqualTo(Refused.Reason.READ_ONLY);
      assertThat(core.api().testOutlet(Integration.WEBHOOK).delivered()).isTrue();
    }
    assertThat(inbox.taken()).hasSize(1);
  }

  @Test
  void watchers_hear_of_it_without_the_address() throws Exception {
    BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    try (Core core = open(Map.of())) {
      core.api().watch(CoreRig.collecting(changes));
      core.api().changeOutlet(Integration.WEBHOOK, Optional.of(url()));

      assertThat(changes)
          .anySatisfy(change -> assertThat(change).isInstanceOf(Change.Outlet.class));
      assertThat(changes.toString()).contains("localhost").doesNotContain(CANARY);
    }
  }

  @Test
  void the_address_is_in_the_store_alone() throws Exception {
    String export;
    try (Core core = open(Map.of())) {
      core.api().changeOutlet(Integration.WEBHOOK, Optional.of(url()));
      core.api().changeOutlet(Integration.HEARTBEAT, Optional.of(url()));
      export = core.api().export();
    }
    assertThat(export).doesNotContain(CANARY).doesNotContain("localhost");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(CANARY);
      }
    }
    assertThat(new Destination.Known(url()).toString()).doesNotContain(CANARY);
  }

  @Test
  void accounts_are_the_same_for_ever() {
    assertThat(IntegrationAddresses.shared(Integration.WEBHOOK))
        .hasToString("ff76000e-ae0e-3d07-b09e-ee7a13a64f8b");
    assertThat(IntegrationAddresses.shared(Integration.HEARTBEAT))
        .hasToString("f2668726-ae74-3598-9cdd-df0f797e768a");
  }
}
