package dev.upkeep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.linux.secrets.SecretKeeper;
import dev.upkeep.desktop.linux.secrets.SecretServiceException.Reason;
import dev.upkeep.secret.ChildJvm;
import dev.upkeep.secret.Samples;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.testing.GnomeKeyring;
import dev.upkeep.testing.PrivateBus;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// How a process finds the session bus, in processes of their own.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class SecretServiceEnvironmentIT {
  private static final String ADDRESS = "DBUS_SESSION_BUS_ADDRESS";

  private PrivateBus bus;
  private Map<String, String> environment;

  @BeforeEach
  void startBus() {
    bus = PrivateBus.start();
    environment = new HashMap<>(bus.environment());
  }

  @AfterEach
  void stopBus() {
    bus.close();
  }

  @Test
  void the_bus_of_the_variable_is_found() throws Exception {
    GnomeKeyring.unlocked(bus);
    environment.remove("XDG_RUNTIME_DIR");
    assertThat(probe()).startsWith("kept\n");
  }

  @Test
  void without_the_variable_the_bus_in_the_runtime_folder_is_found() throws Exception {
    GnomeKeyring.unlocked(bus);
    environment.remove(ADDRESS);
    assertThat(probe()).startsWith("kept\n");
  }

  @Test
  void without_a_bus_the_keychain_is_absent_at_once() throws Exception {
    environment.remove(ADDRESS);
    environment.remove("XDG_RUNTIME_DIR");
    long began = System.nanoTime();
    assertThat(probe())
        .startsWith("ABSENT ")
        .contains(SecretServiceWords.sentence(Reason.ABSENT, SecretKeeper.OTHER, "").english());
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isLessThan(SecretStores.DEFAULT_TIMEOUT);
  }

  @Test
  void a_bus_that_has_gone_is_absent() throws Exception {
    environment.put(ADDRESS, "unix:path=" + bus.folder().resolve("no-such-bus"));
    assertThat(probe()).startsWith("ABSENT ");
  }

  @Test
  void an_address_that_makes_no_sense_is_absent() throws Exception {
    environment.put(ADDRESS, "nonsense");
    assertThat(probe()).startsWith("ABSENT ");
  }

  /// What the process printed, with the canary as its secret.
  private String probe() throws Exception {
    String output =
        ChildJvm.run(SecretServiceProbe.class, environment, Samples.CANARY.reveal()).get();
    assertThat(output).doesNotContain(Samples.CANARY.reveal());
    return output;
  }
}
