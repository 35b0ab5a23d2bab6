package dev.upkeep.agent;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import dev.upkeep.secret.Trouble;
import dev.upkeep.testing.GnomeKeyring;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A person unlocks the keyring: a real gnome-keyring asks with its real prompt, on a screen that
/// nobody sees.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class UnlockIT {
  private RealDesktop desktop;
  private PrivateBus bus;
  private GnomeKeyring keyring;
  private Secrets secrets;

  @BeforeEach
  void lockAKeyring() throws Exception {
    desktop = RealDesktop.start();
    bus = desktop.bus().forThisJvm();
    keyring = GnomeKeyring.unlocked(bus);
    secrets = secrets(SecretStore.UNLOCK_PATIENCE);
    secrets.write(ID, CANARY).get(30, TimeUnit.SECONDS);
    secrets.clear();
    keyring.lock();
  }

  @AfterEach
  void stop() {
    desktop.close();
  }

  @Test
  void whoever_gives_the_password_has_it_unlocked() throws Exception {
    desktop.startPrompter();
    assertThat(read()).isInstanceOf(Lookup.Unavailable.class);
    CompletableFuture<Optional<Lookup.Unavailable>> unlocked = secrets.unlock();

    desktop.answerPrompt(GnomeKeyring.PASSWORD);

    assertThat(unlocked.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(read()).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_dismissed_prompt_leaves_it_locked_and_may_be_asked_for_again() throws Exception {
    desktop.startPrompter();
    CompletableFuture<Optional<Lookup.Unavailable>> unlocked = secrets.unlock();

    desktop.dismissPrompt();

    assertThat(unlocked.get(60, TimeUnit.SECONDS).orElseThrow().trouble())
        .isEqualTo(Trouble.LOCKED);
    assertThat(read()).isInstanceOf(Lookup.Unavailable.class);
    CompletableFuture<Optional<Lookup.Unavailable>> again = secrets.unlock();
    desktop.answerPrompt(GnomeKeyring.PASSWORD);
    assertThat(again.get(60, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void while_a_person_thinks_others_are_answered_and_there_is_one_prompt() throws Exception {
    desktop.startPrompter();
    Supplier<String> prompts = bus.recorded("org.freedesktop.Secret.Prompt");
    CompletableFuture<Optional<Lookup.Unavailable>> first = secrets.unlock();
    CompletableFuture<Optional<Lookup.Unavailable>> second = secrets.unlock();
    desktop.awaitPrompt();

    assertThat(read())
        .isEqualTo(
            new Lookup.Unavailable(
                Trouble.LOCKED,
                SecretServiceWords.sentence(Reason.LOCKED, SecretKeeper.GNOME_KEYRING, "")));

    desktop.dismissPrompt();
    assertThat(first.get(60, TimeUnit.SECONDS)).isPresent();
    assertThat(second.get(60, TimeUnit.SECONDS)).isPresent();
    assertThat(prompts.get().split("member=Prompt", -1)).hasSize(2);
  }

  @Test
  void a_prompt_that_nobody_answers_is_taken_away() throws Exception {
    desktop.startPrompter();
    Supplier<String> prompts = bus.recorded("org.freedesktop.Secret.Prompt");

    assertThat(secrets(Duration.ofMillis(500)).unlock().get(60, TimeUnit.SECONDS)).isPresent();

    Wait.until("dismissal", () -> prompts.get().contains("member=Dismiss"));
    Wait.until("end of the prompt", () -> desktop.prompts().isEmpty());
  }

  @Test
  void a_keyring_that_is_not_locked_asks_nobody() throws Exception {
    keyring.restart();
    Supplier<String> prompts = bus.recorded("org.freedesktop.Secret.Prompt");

    assertThat(secrets.unlock().get(60, TimeUnit.SECONDS)).isEmpty();

    assertThat(prompts.get()).doesNotContain("member=Prompt");
  }

  @Test
  void without_a_secret_service_there_is_nobody_to_ask() throws Exception {
    keyring.stop();
    assertThat(secrets.unlock().get(60, TimeUnit.SECONDS).orElseThrow().trouble())
        .isEqualTo(Trouble.ABSENT);
  }

  private Lookup read() throws Exception {
    return secrets.read(ID).get(30, TimeUnit.SECONDS);
  }

  /// The keychain, whose prompts wait this long.
  private static Secrets secrets(Duration patience) {
    return new Secrets(
        SecretPlaces.secretService(
            Optional.empty(), Map.of(), patience, SecretStores.DEFAULT_TIMEOUT),
        new References(Map.of()));
  }
}
