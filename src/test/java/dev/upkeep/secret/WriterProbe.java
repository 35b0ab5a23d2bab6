package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// A process of its own that writes a few secrets. Takes a number and the file from standard input.
final class WriterProbe {
  static final int WRITES = 10;
  static final String PASSPHRASE = "of the writers";

  private WriterProbe() {}

  public static void main(String... arguments) throws Exception {
    String[] input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
    SecretStore store = SecretStores.passphraseFile(Path.of(input[1]), PASSPHRASE.toCharArray());
    for (int i = 0; i < WRITES; i++) {
      store.write(id(Integer.parseInt(input[0]), i), Secret.of("kept"));
    }
    System.out.print("done");
  }

  static UUID id(int writer, int write) {
    return new UUID(writer, write);
  }
}
