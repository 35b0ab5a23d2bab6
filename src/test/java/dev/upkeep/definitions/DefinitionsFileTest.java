package dev.upkeep.definitions;

import static dev.upkeep.definitions.Samples.ODD;
import static dev.upkeep.definitions.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Database;
import dev.upkeep.file.AtomicFile;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.Modes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionsFileTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-04T12:00:00.123Z"));
  private static final String ASIDE = "upkeep.json.damaged-20260504T120000.123Z";

  @TempDir private Path folder;
  private Path path;
  private Path backup;
  private DefinitionsFile file;

  @BeforeEach
  void place() {
    path = folder.resolve("upkeep.json");
    backup = folder.resolve("upkeep.json.bak");
    file = new DefinitionsFile(path, CLOCK);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(found -> found.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_first_start_finds_nothing_and_complains_of_nothing() throws Exception {
    Reading reading = file.load();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.definitions().databases()).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void what_is_saved_is_loaded() throws Exception {
    file.save(Samples.of(SHOP, ODD));

    Reading reading = file.load();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.definitions().databases()).containsExactly(SHOP, ODD);
    assertThat(reading.definitions().revision()).isEqualTo(7);
    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_the_owner_may_read_it_and_the_folder_that_is_made_for_it() throws Exception {
    Path deeper = folder.resolve("state/upkeep/upkeep.json");

    new DefinitionsFile(deeper, CLOCK).save(Samples.of(SHOP));

    assertThat(Modes.of(deeper)).isEqualTo("rw-------");
    assertThat(Modes.of(deeper.resolveSibling("upkeep.json.bak"))).isEqualTo("rw-------");
    assertThat(Modes.of(Objects.requireNonNull(deeper.getParent()))).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0\0\0\0", "{\"format\": 1, \"datab", "[1, 2]", "\u00ff\u00fe"})
  void a_damaged_file_is_set_aside_and_the_last_good_copy_takes_its_place(String noise)
      throws Exception {
    file.save(Samples.of(SHOP, ODD));
    Files.write(path, noise.getBytes(StandardCharsets.ISO_8859_1));

    Reading reading = file.load();

    assertThat(reading.definitions().databases()).containsExactly(SHOP, ODD);
    assertThat(reading.problems())
        .hasSize(2)
        .anySatisfy(problem ->
            assertThat(problem.english())
                .startsWith("upkeep.json is damaged: ")
                .endsWith(" The last good copy is used; please check it."))
        .map(Sentence::english)
        .contains("The damaged file is now " + ASIDE + ".");
    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak", ASIDE);
    assertThat(folder.resolve(ASIDE)).hasSize(noise.length());
    assertThat(file.load().problems()).as("at the next start").isEmpty();
  }

  @Test
  void a_slip_of_the_pen_costs_nothing_that_was_read_before() throws Exception {
    String written = DefinitionsText.write(Samples.of(SHOP, ODD));
    Files.writeString(path, written);
    assertThat(file.load().definitions().databases()).containsExactly(SHOP, ODD);

    Files.writeString(path, written.replace("]", ""));

    assertThat(file.load().definitions().databases()).containsExactly(SHOP, ODD);
  }

  @Test
  void a_file_that_is_gone_comes_back_from_its_copy() throws Exception {
    file.save(Samples.of(SHOP));
    Files.delete(path);

    Reading reading = file.load();

    assertThat(reading.definitions().databases()).containsExactly(SHOP);
    assertThat(reading.problems()).singleElement().asString().contains("upkeep.json is missing");
    assertThat(path).exists();
  }

  @Test
  void with_both_damaged_both_are_set_aside_and_it_is_said() throws Exception {
    Files.writeString(path, "noise");
    Files.writeString(backup, "noise");

    Reading reading = file.load();

    assertThat(reading.definitions().databases()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(problem -> assertThat(problem.english()).contains("Upkeep starts empty"));
    assertThat(names()).containsExactly("upkeep.json.bak.damaged-20260504T120000.123Z", ASIDE);
  }

  @Test
  void two_files_damaged_in_the_same_moment_are_both_kept() throws Exception {
    file.save(Samples.of(SHOP));
    Files.writeString(path, "first");
    assertThat(file.load().problems()).hasSize(2);
    Files.writeString(path, "second");

    assertThat(file.load().problems())
        .anySatisfy(problem -> assertThat(problem.english()).contains("could not be moved away"));

    assertThat(folder.resolve(ASIDE)).hasContent("first");
    assertThat(path).hasContent("second");
  }

  @Test
  void a_newer_file_is_refused_and_never_overwritten() throws Exception {
    String newer = "{\"format\": 2, \"databases\": \"elsewhere\"}";
    file.save(Samples.of(SHOP));
    Files.writeString(path, newer);

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(file::load)
        .withMessageContaining("A newer version of Upkeep");
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> file.save(Samples.of(ODD)))
        .withMessageContaining("A newer version of Upkeep");

    assertThat(path).hasContent(newer);
    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak");
  }

  @Test
  void a_newer_copy_of_a_damaged_file_is_left_alone_too() throws Exception {
    Files.writeString(path, "noise");
    Files.writeString(backup, "{\"format\": 2}");

    assertThatExceptionOfType(DefinitionsException.class).isThrownBy(file::load);

    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak");
  }

  @Test
  void a_full_disk_is_told_and_the_old_file_stays_whole() throws Exception {
    file.save(Samples.of(SHOP));
    AtomicFile full =
        new AtomicFile((channel, bytes) -> {
          channel.write(ByteBuffer.wrap(new byte[10]));
          throw new IOException("No space left on device");
        });

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> new DefinitionsFile(path, CLOCK, full).save(Samples.of(ODD)))
        .withMessage(
            "The change could not be saved to "
                + path
                + ": No space left on device. Everything is as it was.");

    assertThat(file.load().definitions().databases()).containsExactly(SHOP);
    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak");
  }

  /// Not by taking permissions away, which would stop nobody where tests run as root.
  @Test
  void a_folder_that_takes_no_file_is_told_and_the_old_file_stays_whole() throws Exception {
    file.save(Samples.of(SHOP));
    Files.createDirectories(folder.resolve("upkeep.json.tmp/in the way"));

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> file.save(Samples.of(ODD)))
        .withMessageContaining("could not be saved");

    assertThat(file.load().definitions().databases()).containsExactly(SHOP);
  }

  @Test
  void what_a_crash_left_behind_is_in_nobodys_way() throws Exception {
    Files.writeString(folder.resolve("upkeep.json.tmp"), "half of a fi");

    file.save(Samples.of(SHOP));

    assertThat(file.load().definitions().databases()).containsExactly(SHOP);
    assertThat(names()).containsExactly("upkeep.json", "upkeep.json.bak");
  }

  @Test
  void more_than_could_be_read_again_is_not_written() throws Exception {
    file.save(Samples.of(SHOP));
    List<Database> tooMany = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      tooMany.add(SHOP.edit().id(new UUID(1, i)).name("database " + i).done());
    }
    Definitions definitions = Definitions.EMPTY.put(tooMany);

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> file.save(definitions))
        .withMessageContaining("more databases than a file can hold");

    assertThat(file.load().definitions().databases()).containsExactly(SHOP);
  }

  @Test
  void something_that_is_no_file_is_neither_read_nor_moved() throws Exception {
    Files.createDirectories(path.resolve("inside"));

    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(file::load)
        .withMessage(path + " cannot be read: it is not a file. Nothing was changed.");

    assertThat(path.resolve("inside")).isDirectory();
  }

  @Test
  void a_link_to_a_file_elsewhere_stays_a_link() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("upkeep.json");
    Files.writeString(elsewhere, DefinitionsText.write(Samples.of(SHOP)));
    Files.createSymbolicLink(path, elsewhere);

    file.save(Samples.of(SHOP, ODD));

    assertThat(path).isSymbolicLink();
    assertThat(DefinitionsFile.readOnly(elsewhere).definitions().databases())
        .containsExactly(SHOP, ODD);
  }

  @Test
  void a_read_only_file_is_read_without_a_trace() throws Exception {
    Files.writeString(path, DefinitionsText.write(Samples.of(SHOP)));

    assertThat(DefinitionsFile.readOnly(path).definitions().databases()).containsExactly(SHOP);

    assertThat(names()).containsExactly("upkeep.json");
  }

  @Test
  void a_read_only_file_that_is_missing_or_something_else_is_told() throws Exception {
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> DefinitionsFile.readOnly(path))
        .withMessage("There is no file " + path + ".");

    Files.writeString(path, "{}");
    assertThatExceptionOfType(DefinitionsException.class)
        .isThrownBy(() -> DefinitionsFile.readOnly(path))
        .withMessage(path + " holds no definitions: \"format\": 1 is missing.");
    assertThat(names()).containsExactly("upkeep.json");
  }
}
