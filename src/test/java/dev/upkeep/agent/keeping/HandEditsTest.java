package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Somebody writes into the file of the definitions while the agent runs.
@Timeout(60)
final class HandEditsTest {
  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");
  private final Notices notices = new Notices();
  @TempDir private Path folder;
  private Secrets secrets;
  private HandEdits edits;

  @BeforeEach
  void start() throws Exception {
    secrets =
        new Secrets(
            SecretStores.passphraseFile(folder.resolve("secrets.p12"), "passphrase".toCharArray()),
            new References(Map.of()));
    secrets.write(shop, Secret.of("c4n4ry")).get();
    edits =
        new HandEdits(
            world.time, world.store, world.keeper, world.known, secrets, notices, () -> {});
  }

  private void replace(String text, String other) throws IOException {
    String before = Files.readString(world.file);
    assertThat(before).contains(text);
    Files.writeString(world.file, before.replace(text, other));
  }

  private Database stored() throws Refused {
    return world.keeper.require(shop);
  }

  private void tend() {
    edits.tend();
    world.pass(Duration.ofSeconds(1));
  }

  @Test
  void a_file_that_nobody_has_touched_changes_nothing() throws Exception {
    Database before = stored();
    Files.setLastModifiedTime(
        world.file, java.nio.file.attribute.FileTime.from(World.START.plusSeconds(5)));

    tend();

    assertThat(stored()).isEqualTo(before);
    assertThat(notices.all()).isEmpty();
  }

  @Test
  void another_name_is_taken_over_with_the_secret() throws Exception {
    replace("shop-cache\"", "boutique\"");

    tend();

    assertThat(stored().name()).isEqualTo("boutique");
    assertThat(secrets.read(shop).get()).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void another_place_is_taken_over_without_the_secret() throws Exception {
    replace("shop-cache.upstash.io", "evil.example");

    edits.tend();
    while (!stored().endpoint().host().equals("evil.example")) {
      world.pass(Duration.ofMillis(1));
    }

    assertThat(secrets.read(shop).get()).isInstanceOf(Lookup.NotFound.class);
  }

  @Test
  void what_cannot_be_read_is_set_aside_and_what_there_was_goes_on() throws Exception {
    Files.writeString(world.file, "{ not json");

    tend();

    assertThat(stored().name()).isEqualTo("shop-cache");
    assertThat(Files.readString(world.file)).contains("shop-cache");
    assertThat(notices.all()).anyMatch(sentence -> sentence.english().contains("cannot be read"));
    try (var files = Files.list(world.file.getParent())) {
      assertThat(files).anyMatch(file -> file.toString().contains(".damaged-"));
    }
  }

  @Test
  void a_file_that_was_removed_is_written_again() throws Exception {
    Files.delete(world.file);

    tend();

    assertThat(Files.readString(world.file)).contains("shop-cache");
  }

  @Test
  void a_change_in_between_does_not_overwrite_it() throws Exception {
    replace("shop-cache\"", "boutique\"");

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> world.pause(shop, Optional.empty()))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT));
    world.pass(Duration.ofSeconds(1));

    assertThat(stored().name()).isEqualTo("boutique");
    world.pause(shop, Optional.empty());
  }
}
