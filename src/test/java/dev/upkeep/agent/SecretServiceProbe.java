package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.Samples;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStoreException;
import dev.upkeep.secret.SecretStores;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A process of its own that stores and reads a secret, because an environment cannot be changed
/// from within. Takes the secret from standard input and prints what became of it.
final class SecretServiceProbe {
  private SecretServiceProbe() {}

  public static void main(String... arguments) throws Exception {
    Secret secret = Secret.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    SecretStore store =
        SecretPlaces.secretService(
            Optional.empty(),
            System.getenv(),
            SecretStore.UNLOCK_PATIENCE,
            SecretStores.DEFAULT_TIMEOUT);
    try {
      store.write(Samples.ID, secret);
      boolean same = store.read(Samples.ID).equals(new Lookup.Found(secret));
      System.out.println(same ? "kept" : "changed");
    } catch (SecretStoreException e) {
      System.out.println(e.trouble() + " " + e);
    }
    System.out.println(store.read(Samples.ID));
  }
}
