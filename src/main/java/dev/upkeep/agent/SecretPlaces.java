package dev.upkeep.agent;

import dev.upkeep.database.Secret;
import dev.upkeep.desktop.linux.SecretService;
import dev.upkeep.desktop.linux.bus.SessionBus;
import dev.upkeep.secret.KeychainGate;
import dev.upkeep.secret.Lookup;
import dev.upkeep.secret.References;
import dev.upkeep.secret.SecretLedger;
import dev.upkeep.secret.SecretStore;
import dev.upkeep.secret.SecretStores;
import dev.upkeep.secret.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
              throw new SetupException(List.of(unavailable.sentence()));
        };
    SecretStore keychain =
        SecretStores.keychain(
            setup.profile(), gate(setup.environment()), SecretStores.DEFAULT_TIMEOUT);
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

  /// On Linux a locked keyring would raise a prompt; elsewhere it is open while its user is logged
  /// in, and macOS asks by itself when it is not.
  private static KeychainGate gate(Map<String, String> environment) {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return KeychainGate.ALWAYS_READY;
    }
    SessionBus.makeKnown(environment);
    return new SecretServiceGate(new SecretService(environment));
  }

  private record SecretServiceGate(SecretService service) implements KeychainGate {
    @Override
    public State state() throws IOException {
      return State.valueOf(service.state().name());
    }

    @Override
    public void unlock(Duration patience) throws IOException {
      service.unlock(patience);
    }
  }
}
