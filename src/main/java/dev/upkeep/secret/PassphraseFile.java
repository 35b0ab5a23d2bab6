package dev.upkeep.secret;

import dev.upkeep.database.Secret;
import dev.upkeep.file.AtomicFile;
import dev.upkeep.language.KeychainPhrase;
import dev.upkeep.language.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Secrets in one file under a passphrase: a [Vault] that is read anew each time and replaced as a
/// whole. A file that does not open, for whatever reason, is never written over.
///
/// Opening takes long on purpose, so what was opened is kept for as long as the file has the same
/// bytes.
final class PassphraseFile implements SecretStore {
  private static final int LARGEST_FILE = 16 * 1024 * 1024;

  private final Path file;
  private final Passphrase passphrase;
  private final AtomicFile disk = new AtomicFile();
  private final AtomicReference<@Nullable Opened> opened = new AtomicReference<>();

  /// @param sealed the bytes of the file
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Opened(byte[] sealed, Vault vault) {}

  PassphraseFile(Path file, Passphrase passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  @Override
  public Sentence place() {
    return KeychainPhrase.AT_FILE.with(file);
  }

  @Override
  public Sentence keeper() {
    return KeychainPhrase.FILE.with(file);
  }

  @Override
  public Optional<Lookup.Unavailable> check() {
    try {
      open();
      return Optional.empty();
    } catch (SecretStoreException e) {
      return Optional.of(e.asLookup());
    }
  }

  @Override
  public Lookup read(UUID database) {
    try {
      Optional<byte[]> value = open().get(database);
      return value.isPresent()
          ? new Lookup.Found(Secret.of(SecretBytes.text(value.get())))
          : new Lookup.NotFound();
    } catch (SecretStoreException e) {
      return e.asLookup();
    } catch (CharacterCodingException | GeneralSecurityException e) {
      return damaged().asLookup();
    }
  }

  @Override
  public void write(UUID database, Secret secret) throws SecretStoreException {
    byte[] value = SecretBytes.of(secret);
    change(vault -> {
      vault.put(database, value);
      return true;
    });
  }

  @Override
  public void remove(UUID database) throws SecretStoreException {
    if (Files.exists(file)) {
      change(vault -> vault.remove(database));
    }
  }

  @Override
  public Set<UUID> entries() throws SecretStoreException {
    try {
      return open().ids();
    } catch (GeneralSecurityException e) {
      throw unusable();
    }
  }

  private void change(Change change) throws SecretStoreException {
    try {
      FileTurn.take(
          file,
          () -> {
            Vault vault = open();
            // Nobody else is to see it half changed, nor changed if it cannot be written.
            opened.set(null);
            try {
              if (change.apply(vault)) {
                byte[] sealed = Checksummed.seal(vault.bytes());
                disk.replace(file, sealed);
                opened.set(new Opened(sealed, vault));
              }
            } catch (GeneralSecurityException e) {
              throw unusable();
            }
          });
    } catch (AccessDeniedException e) {
      throw new SecretStoreException(Trouble.DENIED, KeychainPhrase.MAY_NOT_WRITE.with(file));
    } catch (IOException e) {
      throw new SecretStoreException(Trouble.FAILED, KeychainPhrase.NOT_WRITTEN.with(file));
    }
  }

  /// What the file holds; nothing if there is no file.
  private Vault open() throws SecretStoreException {
    try {
      Optional<byte[]> sealed = bytes();
      if (sealed.isEmpty()) {
        return Vault.empty(passphrase);
      }
      Opened before = opened.get();
      if (before != null && Arrays.equals(before.sealed(), sealed.get())) {
        return before.vault();
      }
      Vault vault =
          Vault.open(Checksummed.open(sealed.get()).orElseThrow(this::damaged), passphrase);
      opened.set(new Opened(sealed.get(), vault));
      return vault;
    } catch (UnrecoverableKeyException wrongPassphrase) {
      throw new SecretStoreException(Trouble.DENIED, KeychainPhrase.WRONG_PASSPHRASE.with(file));
    } catch (IOException | RuntimeException e) {
      // Its checksum is right, so it was written like this; still nothing to write over.
      throw damaged();
    } catch (GeneralSecurityException e) {
      throw unusable();
    }
  }

  private Optional<byte[]> bytes() throws SecretStoreException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw damaged();
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw new SecretStoreException(Trouble.DENIED, KeychainPhrase.MAY_NOT_READ.with(file));
    } catch (IOException e) {
      throw new SecretStoreException(Trouble.FAILED, KeychainPhrase.NOT_READ.with(file));
    }
  }

  private SecretStoreException damaged() {
    return new SecretStoreException(Trouble.FAILED, KeychainPhrase.DAMAGED.with(file));
  }

  private static SecretStoreException unusable() {
    return new SecretStoreException(Trouble.FAILED, KeychainPhrase.NO_PKCS12.with());
  }

  @FunctionalInterface
  private interface Change {
    boolean apply(Vault vault) throws GeneralSecurityException;
  }
}
