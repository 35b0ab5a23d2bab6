package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.SettingsView;
import dev.upkeep.database.Secret;
import dev.upkeep.desktop.AppPaths;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.MailServerProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E-mail as a person sets it up, with a real core, a real file under a passphrase and a real
/// server.
final class MailAccountIT {
  private static final Secret PASSWORD = Secret.of("c4n4ry-m41l");

  @TempDir private Path folder;

  private Core open() throws Exception {
    AppPaths paths =
        AppPaths.of("Linux", Map.of("UPKEEP_HOME", folder.toString()), folder, Optional.empty());
    return Core.open(
        CoreRig.plan(paths, false, "laptop"),
        new Secrets(
            SecretStores.passphraseFile(paths.passphraseFile(), "passphrase".toCharArray()),
            new References(Map.of())),
        Clock.systemUTC());
  }

  private static void set(Core core, String key, String value) throws Exception {
    SettingsView _ =
        core.api().changeSettings(core.api().settings().revision(), Map.of(key, value));
  }

  private static Optional<IntegrationStatus> status(AgentApi api) throws Exception {
    return api.outlets().stream().filter(one -> one.outlet().equals(Integration.MAIL)).findFirst();
  }

  private static IntegrationStatus password(Core core, Optional<Secret> password) throws Exception {
    return core.api().changeOutlet(Integration.MAIL, password);
  }

  @Test
  void a_password_is_for_one_server_and_one_user_and_outlives_the_agent() throws Exception {
    try (Core core = open()) {
      assertThat(status(core.api())).isEmpty();
      assertThat(refusal(() -> core.api().changeOutlet(Integration.MAIL, Optional.of(PASSWORD))))
          .as("for nobody")
          .isEqualTo(Refused.Reason.INVALID);
      set(core, "mail.server", "smtps://me@mail.example.org");
      set(core, "alert.mail", "me@example.org");
      assertThat(status(core.api()).orElseThrow().problem().orElseThrow())
          .asString()
          .contains("mail.password");
      assertThat(password(core, Optional.of(PASSWORD)).text()).isEqualTo("set (mail.example.org)");
      assertThat(core.api().secrets().orphans()).isZero();
    }
    try (Core core = open()) {
      assertThat(status(core.api()).orElseThrow().text()).isEqualTo("set (mail.example.org)");
      for (String other :
          new String[] {
            "smtps://me@evil.example.org",
            "smtps://you@mail.example.org",
            "smtps://me@mail.example.org:4650"
          }) {
        set(core, "mail.server", other);
        assertThat(status(core.api()).orElseThrow().state())
            .as(other)
            .isEqualTo(IntegrationStatus.State.UNKNOWN);
        assertThat(refusal(() -> core.api().testOutlet(Integration.MAIL)))
            .isEqualTo(Refused.Reason.SECRET_STORE);
      }
      set(core, "mail.server", "smtps://me@mail.example.org");
      assertThat(core.api().outlets()).isNotEmpty();
      set(core, "mail.server", "off");
      assertThat(password(core, Optional.empty()).state())
          .as("removed without a server, too")
          .isEqualTo(IntegrationStatus.State.NOT_SET);
      set(core, "mail.server", "smtps://me@mail.example.org");
      assertThat(status(core.api()).orElseThrow().problem().orElseThrow().english())
          .contains("is missing");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("c4n4ry");
      }
    }
  }

  @Test
  void a_test_arrives_in_the_mailbox() throws Exception {
    try (MailServerProcess server =
            MailServerProcess.start(folder, MailServerProcess.Tls.NONE, Certificates.server());
        Core core = open()) {
      assertThat(refusal(() -> core.api().testOutlet(Integration.MAIL)))
          .as("nobody is set")
          .isEqualTo(Refused.Reason.INVALID);
      set(core, "mail.server", "smtp://localhost:" + server.port());
      set(core, "alert.mail", "me@example.org, you@example.com");

      assertThat(core.api().testOutlet(Integration.MAIL).delivered()).isTrue();
      assertThat(server.letters()).hasSize(1);
      assertThat(Files.readString(server.letters().getFirst()))
          .contains(
              "From: Upkeep <me@example.org>",
              "To: me@example.org, you@example.com",
              "Subject: A test from Upkeep on laptop",
              "Nothing is wrong.");
    }
  }
}
