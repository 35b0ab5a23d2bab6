package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.secrets.SecretService;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses where secrets rest on this computer.
final class SecretPlaces {
  private SecretPlaces() {}

  /// The secrets of a setup.
  ///
  /// @throws SetupException if a passphrase is named and cannot be had
  static Secrets of(AgentSetup setup) throws SetupException {
    References references = new References(setup.environment());
    if (setup.source() instanceof AgentSetup.Source.Given given) {
      return new Secrets(
          new GivenSecrets(given.secrets()),
          references,
          SecretLedger.inMemory(),
          Secrets.Binding.NONE);
    }
    Optional<char[]> passphrase =
        switch (references.passphrase()) {
          case Lookup.Found(Secret secret) -> Optional.of(secret.reveal().toCharArray());
          case Lookup.NotFound _ -> Optional.empty();
          case Lookup.Unavailable unavailable ->
              throw new SetupException(List.of(unavailable.told()));
        };
    SecretStore keychain = keychain(setup);
    boolean own = setup.source() instanceof AgentSetup.Source.OwnFile;
    SecretLedger ledger =
        own
            ? SecretLedger.at(setup.paths().secretLedger())
            : SecretLedger.readOnly(setup.paths().secretLedger());
    return new Secrets(
        SecretStores.ofHome(keychain, setup.paths().passphraseFile(), passphrase, ledger),
        references,
        ledger,
        own ? Secrets.Binding.AT_FIRST_USE : Secrets.Binding.STORED_ONLY);
  }

  /// The keychain of this system: on Linux and its like the Secret Service.
  private static SecretStore keychain(AgentSetup setup) {
    String name = System.getProperty("os.name", "");
    return SecretStores.keychain(name, setup.profile(), SecretStores.DEFAULT_TIMEOUT)
        .orElseGet(() ->
            secretService(
                setup.profile(),
                setup.environment(),
                SecretStore.UNLOCK_PATIENCE,
                SecretStores.DEFAULT_TIMEOUT));
  }

  /// The Secret Service as a store.
  ///
  /// @param patience with which a person is asked to unlock it
  /// @param timeout for every other call
  static SecretStore secretService(
      Optional<String> profile,
      Map<String, String> environment,
      Duration patience,
      Duration timeout) {
    return SecretStores.timed(
        new SecretServiceStore(
            new SecretService(environment), SecretStores.service(profile), patience),
        timeout);
  }
}
