package dev.upkeep.secret;

import static dev.upkeep.secret.Samples.CANARY;
import static dev.upkeep.secret.Samples.ID;
import static dev.upkeep.secret.Samples.OTHER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upkeep.database.Secret;
import dev.upkeep.file.AtomicFile;
import dev.upkeep.language.Sentence;
import dev.upkeep.testing.Modes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PassphraseFileTest {
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir private Path folder;
  private Path state;
  private Path file;

  @BeforeEach
  void chooseFile() {
    state = folder.resolve("state");
    file = state.resolve("secrets.p12");
  }

  @Test
  void stores_reads_replaces_and_removes() throws Exception {
    SecretStore store = store(PASSPHRASE);
    assertThat(store.check()).isEmpty();
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    store.remove(ID);
    assertThat(file).as("looking and removing make no file").doesNotExist();

    store.write(ID, Secret.of("first"));
    store.write(OTHER_ID, Secret.of("another"));
    store.write(ID, CANARY);
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));

    store.remove(ID);
    assertThat(store.read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(store.read(OTHER_ID)).isEqualTo(new Lookup.Found(Secret.of("another")));
  }

  @Test
  void every_text_comes_back_as_it_was_to_another_process() throws Exception {
    for (Secret secret : Samples.awkward()) {
      store(PASSPHRASE).write(ID, secret);
      assertThat(store(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(secret));
    }
  }

  @Test
  void what_is_too_large_or_no_text_is_refused() {
    SecretStore store = store(PASSPHRASE);
    assertRefused(Trouble.UNFIT, () -> store.write(ID, Secret.of("ü".repeat(1_251))))
        .isEqualTo("The secret has 2,502 bytes; at most 2,500 can be stored.");
    assertRefused(Trouble.UNFIT, () -> store.write(ID, Secret.of("half \ud83d")))
        .isEqualTo("The secret holds half of a character and cannot be stored.");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "pässwörd", "密码", "🔑 and a space", "tab\tand\nnewline"})
  void every_passphrase_works(String passphrase) throws Exception {
    store(passphrase).write(ID, CANARY);
    assertThat(store(passphrase).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    for (String other : List.of("q", "p\u01e4ssw\u00f6rd", "码密", PASSPHRASE)) {
      assertThat(store(other).read(ID)).isInstanceOf(Lookup.Unavailable.class);
    }
  }

  /// DER of a number that is a count of iterations.
  private static byte[] der(int iterations) {
    byte[] bytes = BigInteger.valueOf(iterations).toByteArray();
    return ByteBuffer.allocate(bytes.length + 2)
        .put((byte) 2)
        .put((byte) bytes.length)
        .put(bytes)
        .array();
  }

  private static int count(byte[] in, byte[] what) {
    String text = new String(in, StandardCharsets.ISO_8859_1);
    return text.split(Pattern.quote(new String(what, StandardCharsets.ISO_8859_1)), -1).length - 1;
  }

  /// As Upkeep wrote it when it left the stretching to Java.
  private void writeAsBefore(Map<UUID, Secret> secrets) throws Exception {
    String property = "keystore.pkcs12.macIterationCount";
    System.setProperty(property, "10000");
    KeyStore entries = KeyStore.getInstance("PKCS12");
    entries.load(null, null);
    for (Map.Entry<UUID, Secret> one : secrets.entrySet()) {
      entries.setEntry(
          one.getKey().toString(),
          new KeyStore.SecretKeyEntry(
              new SecretKeySpec(one.getValue().reveal().getBytes(StandardCharsets.UTF_8), "AES")),
          new KeyStore.PasswordProtection(PASSPHRASE.toCharArray()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.store(bytes, PASSPHRASE.toCharArray());
    Files.createDirectories(state);
    Files.write(file, Checksummed.seal(bytes.toByteArray()));
  }

  @Test
  void the_passphrase_is_stretched_for_the_key_and_for_the_mac_and_for_nothing_else()
      throws Exception {
    store(PASSPHRASE).write(ID, CANARY);
    store(PASSPHRASE).write(OTHER_ID, CANARY);

    byte[] bytes = Files.readAllBytes(file);
    assertThat(count(bytes, der(Vault.ITERATIONS))).isEqualTo(2);
    assertThat(count(bytes, der(10_000))).isZero();
    if (Integer.getInteger("upkeep.stretching") == null) {
      assertThat(Vault.ITERATIONS).isEqualTo(600_000);
    }
  }

  @Test
  void an_old_file_is_read_and_stretched_at_the_next_write() throws Exception {
    writeAsBefore(Map.of(ID, CANARY, OTHER_ID, Secret.of("grüße 密码")));
    byte[] old = Files.readAllBytes(file);
    assertThat(count(old, der(10_000))).isGreaterThanOrEqualTo(3);
    assertThat(store(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
    assertThat(store(PASSPHRASE).entries()).containsExactlyInAnyOrder(ID, OTHER_ID);
    assertThat(store("wrong").read(ID)).isInstanceOf(Lookup.Unavailable.class);
    assertThat(Files.readAllBytes(file)).as("reading writes nothing").isEqualTo(old);

    store(PASSPHRASE).remove(ID);

    byte[] bytes = Files.readAllBytes(file);
    assertThat(count(bytes, der(10_000))).isZero();
    assertThat(count(bytes, der(Vault.ITERATIONS))).isEqualTo(2);
    assertThat(store(PASSPHRASE).read(ID)).isEqualTo(new Lookup.NotFound());
    assertThat(store(PASSPHRASE).read(OTHER_ID)).isEqualTo(new Lookup.Found(Secret.of("grüße 密码")));
  }

  @Test
  void what_another_process_wrote_is_seen_although_what_was_opened_is_kept() throws Exception {
    SecretStore kept = store(PASSPHRASE);
    kept.write(ID, CANARY);
    assertThat(kept.read(ID)).isEqualTo(new Lookup.Found(CANARY));

    store(PASSPHRASE).write(ID, Secret.of("new"));
    assertThat(kept.read(ID)).isEqualTo(new Lookup.Found(Secret.of("new")));
    Files.delete(file);
    assertThat(kept.read(ID)).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void an_accent_is_the_same_however_it_was_typed() throws Exception {
    store("caf\u00e9").write(ID, CANARY);
    assertThat(store("cafe\u0301").read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void a_wrong_passphrase_is_told_and_changes_nothing() throws Exception {
    store(PASSPHRASE).write(ID, CANARY);
    byte[] before = Files.readAllBytes(file);
    SecretStore wrong = store("wrong");

    assertThat(wrong.read(ID))
        .hasToString(
            new Lookup.Unavailable(
                    Trouble.DENIED, Sentence.verbatim("The passphrase does not open " + file + "."))
                .toString());
    assertThat(wrong.check()).isPresent();
    assertRefused(Trouble.DENIED, () -> wrong.write(ID, Secret.of("new")));
    assertRefused(Trouble.DENIED, () -> wrong.remove(ID));
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void a_damaged_file_is_told_from_a_wrong_passphrase_and_never_written_over() throws Exception {
    store(PASSPHRASE).write(ID, CANARY);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    List<byte[]> damages =
        List.of(
            new byte[0],
            Arrays.copyOf(whole, 1),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 1),
            flipped,
            Checksummed.seal(new byte[0]),
            Checksummed.seal(new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1}),
            Checksummed.seal("not a key store".getBytes(StandardCharsets.UTF_8)));
    for (byte[] damage : damages) {
      Files.write(file, damage);
      for (SecretStore store : List.of(store(PASSPHRASE), store("wrong"))) {
        assertThat(store.read(ID))
            .isInstanceOfSatisfying(
                Lookup.Unavailable.class,
                it -> {
                  assertThat(it.trouble()).isEqualTo(Trouble.FAILED);
                  assertThat(it.sentence()).startsWith(file + " is damaged and was left as it is.");
                });
        assertRefused(Trouble.FAILED, () -> store.write(ID, Secret.of("new")));
        assertRefused(Trouble.FAILED, () -> store.remove(ID));
      }
      assertThat(file).hasBinaryContent(damage);
    }
  }

  @Test
  void nothing_on_disk_is_in_plain_text() throws Exception {
    SecretStore store = store(CANARY.reveal() + "-passphrase");
    store.write(ID, CANARY);
    store.write(OTHER_ID, CANARY);
    store.remove(OTHER_ID);
    Traces.assertNoneIn(folder, CANARY);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void everything_on_disk_is_for_its_owner_only() throws Exception {
    store(PASSPHRASE).write(ID, CANARY);
    assertThat(permissions(state)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(it -> assertThat(permissions(it)).isEqualTo("rw-------"));
    }
  }

  @Test
  void a_crash_before_the_move_leaves_the_old_file_and_no_plain_text() throws Exception {
    store(PASSPHRASE).write(ID, CANARY);
    Path afterCrash = folder.resolve("after-crash");
    byte[] next = vaultWith(OTHER_ID, CANARY);
    AtomicFile.Disk crashing =
        (channel, bytes) -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          copyFolder(state, afterCrash);
        };
    new AtomicFile(crashing).replace(file, next);
    assertThat(file).as("without a crash it is the new one").hasBinaryContent(next);

    Path survivor = afterCrash.resolve("secrets.p12");
    assertThat(listing(afterCrash)).anyMatch(name -> name.endsWith(".tmp"));
    Traces.assertNoneIn(afterCrash, CANARY);
    SecretStore store = new PassphraseFile(survivor, Passphrase.of(PASSPHRASE.toCharArray()));
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
    store.write(OTHER_ID, Secret.of("next"));
    assertThat(listing(afterCrash)).containsExactly("secrets.p12", "secrets.p12.lock");
    assertThat(store.read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void concurrent_writers_lose_nothing() throws Exception {
    List<UUID> ids = IntStream.range(0, 24).mapToObj(i -> new UUID(7, i)).toList();
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      List<Future<Void>> writes =
          ids.stream()
              .map(id ->
                  writers.<Void>submit(() -> {
                    store(PASSPHRASE).write(id, Secret.of("of " + id));
                    return null;
                  }))
              .toList();
      for (Future<Void> write : writes) {
        write.get();
      }
    }
    for (UUID id : ids) {
      assertThat(store(PASSPHRASE).read(id)).isEqualTo(new Lookup.Found(Secret.of("of " + id)));
    }
  }

  @Test
  void concurrent_processes_lose_nothing() throws Exception {
    List<Future<String>> writers = new ArrayList<>();
    for (int writer = 0; writer < 3; writer++) {
      writers.add(ChildJvm.run(WriterProbe.class, System.getenv(), writer + " " + file));
    }
    for (Future<String> writer : writers) {
      assertThat(writer.get()).isEqualTo("done");
    }
    SecretStore store = store(WriterProbe.PASSPHRASE);
    for (int writer = 0; writer < 3; writer++) {
      for (int write = 0; write < WriterProbe.WRITES; write++) {
        assertThat(store.read(WriterProbe.id(writer, write))).isInstanceOf(Lookup.Found.class);
      }
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_said() throws Exception {
    Path occupied = Files.writeString(folder.resolve("occupied"), "a file, not a folder");
    Path impossible = occupied.resolve("secrets.p12");
    SecretStore store = new PassphraseFile(impossible, Passphrase.of(PASSPHRASE.toCharArray()));
    assertRefused(Trouble.FAILED, () -> store.write(ID, CANARY))
        .isEqualTo(impossible + " cannot be written.");
  }

  @Test
  void a_file_that_cannot_be_replaced_is_said_and_leaves_nothing_behind() throws Exception {
    Files.createDirectories(file.resolve("in the way"));
    assertRefused(Trouble.FAILED, () -> store(PASSPHRASE).write(ID, CANARY));
    assertThat(listing(state)).containsExactly("secrets.p12", "secrets.p12.lock");
  }

  @Test
  void a_read_only_file_in_our_folder_is_replaced() throws Exception {
    store(PASSPHRASE).write(ID, Secret.of("first"));
    assertThat(file.toFile().setWritable(false)).isTrue();
    store(PASSPHRASE).write(ID, CANARY);
    assertThat(store(PASSPHRASE).read(ID)).isEqualTo(new Lookup.Found(CANARY));
  }

  @Test
  void an_empty_passphrase_is_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Passphrase.of(new char[0]));
  }

  @Test
  void a_passphrase_prints_as_dots() {
    assertThat(Passphrase.of(PASSPHRASE.toCharArray())).hasToString("••••");
  }

  private SecretStore store(String passphrase) {
    return new PassphraseFile(file, Passphrase.of(passphrase.toCharArray()));
  }

  private static byte[] vaultWith(UUID id, Secret secret) throws Exception {
    Vault vault = Vault.empty(Passphrase.of(PASSPHRASE.toCharArray()));
    vault.put(id, SecretBytes.of(secret));
    return Checksummed.seal(vault.bytes());
  }

  private static AbstractStringAssert<?> assertRefused(Trouble trouble, ThrowingCallable call) {
    SecretStoreException e =
        assertThatExceptionOfType(SecretStoreException.class).isThrownBy(call).actual();
    assertThat(e.trouble()).isEqualTo(trouble);
    return assertThat(String.valueOf(e.getMessage()));
  }

  private static String permissions(Path path) throws IOException {
    return Modes.of(path);
  }

  private static List<String> listing(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  private static void copyFolder(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectory(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
