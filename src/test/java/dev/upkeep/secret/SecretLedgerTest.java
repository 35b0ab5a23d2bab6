package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.ID;
import static dev.upkeep.secret.Samples.OTHER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Place;
import dev.upkeep.testing.Modes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SecretLedgerTest {
  private static final Instant SINCE = Instant.parse("2026-11-30T12:00:00Z");
  private static final Place PLACE = new Place("p".repeat(22));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("home").resolve("secrets.list");
  }

  private SecretLedger ledger() {
    return SecretLedger.at(file);
  }

  @Test
  void everything_is_known_again_after_a_restart() {
    SecretLedger ledger = ledger();
    UUID home = ledger.home().orElseThrow();
    ledger.kept(ID, StoreName.FILE);
    ledger.owe(List.of(ID, OTHER_ID), SINCE);
    ledger.bind(OTHER_ID, PLACE);

    assertThat(ledger().home()).contains(home);
    assertThat(SecretLedger.readOnly(file).home()).contains(home);
    assertThat(ledger().storeOf(ID)).contains(StoreName.FILE);
    assertThat(ledger().owed()).isEqualTo(Map.of(ID, SINCE, OTHER_ID, SINCE));
    assertThat(ledger().placeOf(OTHER_ID)).contains(PLACE);

    ledger.gone(ID);
    ledger.keep(OTHER_ID);
    assertThat(ledger().kept()).isEmpty();
    assertThat(ledger().owed()).isEmpty();
    assertThat(ledger().placeOf(OTHER_ID)).contains(PLACE);
    ledger.free(OTHER_ID);
    assertThat(ledger().placeOf(OTHER_ID)).isEmpty();
  }

  @Test
  void asking_writes_nothing() {
    assertThat(ledger().owed()).isEmpty();
    assertThat(ledger().storeOf(ID)).isEmpty();
    ledger().gone(ID);
    ledger().keep(ID);
    SecretLedger.readOnly(file).kept(ID, StoreName.FILE);
    assertThat(SecretLedger.readOnly(file).home()).isEmpty();
    assertThat(SecretLedger.inMemory().home()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void it_is_for_its_owners_eyes_only() throws Exception {
    ledger().kept(ID, StoreName.KEYCHAIN);
    assertThat(Modes.of(file)).isEqualTo("rw-------");
  }

  @Test
  void a_line_that_broke_off_and_one_of_a_newer_version_change_nothing() throws Exception {
    ledger().kept(ID, StoreName.KEYCHAIN);
    Files.writeString(
        file,
        "moved " + ID + " to the moon\nowed " + OTHER_ID + " 2026-1",
        StandardOpenOption.APPEND);

    ledger().kept(OTHER_ID, StoreName.FILE);

    assertThat(ledger().kept()).isEqualTo(Map.of(ID, StoreName.KEYCHAIN, OTHER_ID, StoreName.FILE));
    assertThat(ledger().owed()).isEmpty();
  }

  @Test
  void a_file_that_only_ever_grew_is_written_anew() throws Exception {
    SecretLedger ledger = ledger();
    for (int i = 0; i < 300; i++) {
      ledger.kept(ID, StoreName.KEYCHAIN);
      ledger.gone(ID);
    }
    ledger.kept(OTHER_ID, StoreName.FILE);
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(600);

    assertThat(ledger().kept()).isEqualTo(Map.of(OTHER_ID, StoreName.FILE));
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void a_disk_that_takes_nothing_is_no_reason_to_forget() throws Exception {
    Files.writeString(folder.resolve("home"), "in the way");
    SecretLedger ledger = ledger();
    ledger.owe(List.of(ID), SINCE);
    assertThat(ledger.owed()).containsOnlyKeys(ID);
  }
}
