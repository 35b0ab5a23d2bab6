package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChildEnvironmentTest {
  private static final Map<String, String> HARMLESS =
      Map.of("PATH", "/usr/bin", "DISPLAY", ":0", "UPKEEP_HOME", "/srv", "UPKEEP_PROFILE", "work");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPSTASH_REDIS_URL",
        "UPSTASH_REDIS_REST_URL",
        "UPSTASH_REDIS_REST_TOKEN",
        "VALKEY_URL",
        "UPKEEP_PASSPHRASE",
        "UPKEEP_PASSPHRASE_FILE",
        "UPKEEP_WEBHOOK_URL",
        "UPKEEP_HEARTBEAT_URL",
        "Upkeep_Passphrase",
        "_JPACKAGE_LAUNCHER",
        "LD_LIBRARY_PATH",
        "UPKEEP_SECRET_SHOP",
        "upkeep_secret_shop",
        "SHOP_PASSWORD"
      })
  void secrets_and_the_launchers_variables_are_withheld(String name) {
    Map<String, String> environment = new HashMap<>(HARMLESS);
    environment.put(name, "c4n4ry");

    assertThat(ChildEnvironment.of(environment, List.of("SHOP_PASSWORD"))).isEqualTo(HARMLESS);
  }

  @Test
  void an_agent_that_was_given_a_passphrase_is_not_started_again_by_a_child() {
    assertThat(ChildEnvironment.losesSecrets(HARMLESS)).isFalse();
    assertThat(ChildEnvironment.losesSecrets(Map.of("Upkeep_Passphrase_File", "/x"))).isTrue();
    assertThat(ChildEnvironment.losesSecrets(Map.of("UPKEEP_SECRET_SHOP", "x"))).isTrue();
    assertThat(ChildEnvironment.losesSecrets(Map.of("VALKEY_URL", "redis://h")))
        .as("belongs to ping alone")
        .isFalse();
  }

  @Test
  void everything_else_is_passed_on_and_ours_stays_as_it_is() {
    assertThat(ChildEnvironment.of(HARMLESS, Set.of())).isEqualTo(HARMLESS);
    assertThat(ChildEnvironment.of(HARMLESS, List.of("PATH"))).doesNotContainKey("PATH");
    assertThat(HARMLESS).containsKey("PATH");
  }
}
