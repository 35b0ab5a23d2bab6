package dev.upkeep.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.HttpInbox;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Webhook and heartbeat of real processes.
final class WebhookProcessIT {
  private static final String CANARY = "c4n4ry-0b1fa2c4";

  @TempDir private Path home;

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_LABEL", "test")
        .env("UPKEEP_PASSPHRASE", "passphrase");
  }

  private UpkeepProcess.Result run(String stdin, String... arguments) throws Exception {
    UpkeepProcess.Result result = upkeep().stdin(stdin).run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
    return result;
  }

  @Test
  void what_was_decided_reaches_the_webhook_once_although_the_agent_is_killed() throws Exception {
    try (BadServer database = BadServer.start(Behaviours.closing());
        HttpInbox inbox = HttpInbox.start().holding()) {
      run(database.url(), "add", "shop", "--anyway", "--every", "1h");
      run("", "settings", "alert.after", "1");
      run("", "settings", "alert.group", "5s");
      run(inbox.url("/" + CANARY), "settings", "webhook.url");

      try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
        Wait.until("a post", () -> !inbox.all().isEmpty());
        agent.kill();
      }
      inbox.answering(204);
      try (UpkeepProcess.Started agent = upkeep().start("agent", "--headless")) {
        Wait.until("a post that is taken", () -> !inbox.taken().isEmpty());
        awaitAgent();
        assertThat(upkeep().run("ping", "shop").exitCode()).isEqualTo(1);
        run("", "stop");
        assertThat(agent.await().exitCode()).isZero();
      }

      assertThat(inbox.taken())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.path()).isEqualTo("/" + CANARY);
            assertThat(mail.body()).contains("\"event\":\"database.down\"", "\"shop\"");
          });
    }
  }

  @Test
  void a_headless_agent_takes_its_addresses_from_the_environment_and_says_so() throws Exception {
    try (HttpInbox inbox = HttpInbox.start();
        UpkeepProcess.Started agent =
            upkeep()
                .env("UPKEEP_WEBHOOK_URL", inbox.url("/" + CANARY))
                .start("agent", "--headless")) {
      awaitAgent();
      String status = run("", "status").out();
      assertThat(status)
          .contains("Webhook: set (localhost), from UPKEEP_WEBHOOK_URL")
          .doesNotContain(CANARY, "Heartbeat");
      assertThat(run("", "settings", "webhook.test").out()).contains("Delivered: localhost");
      assertThat(upkeep().run("settings", "webhook.url", "off").exitCode()).isEqualTo(2);
      run("", "stop");
      assertThat(agent.await().everything()).doesNotContain(CANARY);
      assertThat(inbox.taken()).hasSize(1);
    }
  }

  @Test
  void an_address_that_cannot_be_used_keeps_a_headless_agent_from_beginning() throws Exception {
    UpkeepProcess.Result result =
        upkeep()
            .env("UPKEEP_HEARTBEAT_URL", "http://example.com/" + CANARY)
            .run("agent", "--headless");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("UPKEEP_HEARTBEAT_URL").doesNotContain(CANARY);
  }

  @Test
  void a_private_authority_is_trusted_when_java_trusts_it(@TempDir Path folder) throws Exception {
    Path trusted = folder.resolve("trusted.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(Certificates.caFile())) {
      X509Certificate authority =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      store.setCertificateEntry("authority", authority);
    }
    try (var out = Files.newOutputStream(trusted)) {
      store.store(out, "changeit".toCharArray());
    }
    try (HttpInbox inbox = HttpInbox.start(Certificates.server())) {
      run(inbox.url("/" + CANARY), "settings", "webhook.url");

      UpkeepProcess.Result untrusted = upkeep().run("settings", "webhook.test");
      assertThat(untrusted.exitCode()).isEqualTo(1);
      assertThat(untrusted.err())
          .contains("no trusted encrypted connection to localhost")
          .doesNotContain(CANARY);
      assertThat(inbox.all()).isEmpty();

      UpkeepProcess.Result result =
          upkeep()
              .javaOption("-Djavax.net.ssl.trustStore=" + trusted)
              .javaOption("-Djavax.net.ssl.trustStorePassword=changeit")
              .run("settings", "webhook.test", "--json");
      assertThat(result.exitCode()).as(result.everything()).isZero();
      assertThat(result.out()).contains("\"delivered\":true", "\"status\":204");
    }
  }

  private void awaitAgent() {
    Wait.until(
        "agent",
        () -> {
          try {
            return upkeep().run("status").exitCode() == 0;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
