package dev.upkeep.touch.tls;

import dev.upkeep.http.WatchedTrust;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows who we are, where we are somebody.
final class JsseIdentity {
  private static final byte[] ANYTHING = {1, 2, 3};

  private JsseIdentity() {}

  /// @param asked is set when the server asks
  static SSLContext context(
      WatchedTrust trust, Optional<ClientIdentity> identity, AtomicBoolean asked)
      throws TlsException {
    if (identity.isEmpty()) {
      return trust.context(new KeyManager[] {new Nobody(asked)});
    }
    try {
      return trust.context(keys(identity.get(), asked));
    } catch (GeneralSecurityException e) {
      throw new TlsException(
          TlsException.Reason.BAD_IDENTITY, String.valueOf(e.getMessage()), null, e);
    }
  }

  private static KeyManager[] keys(ClientIdentity identity, AtomicBoolean asked)
      throws GeneralSecurityException {
    X509Certificate[] chain =
        JsseTls.certificates(identity.chain()).toArray(new X509Certificate[0]);
    PublicKey own = chain[0].getPublicKey();
    PrivateKey key = key(own, identity.key());
    requirePair(key, own);
    return new KeyManager[] {new OnlyKey(key, chain, asked)};
  }

  private static PrivateKey key(PublicKey own, byte[] pkcs8) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance(own.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (InvalidKeySpecException e) {
      // Its message may quote the key.
      throw new GeneralSecurityException("key values mismatch");
    }
  }

  /// @throws GeneralSecurityException if the key (PKCS#8) does not belong to the certificate's
  static void requirePair(PublicKey own, byte[] pkcs8) throws GeneralSecurityException {
    requirePair(key(own, pkcs8), own);
  }

  /// JSSE would send a certificate with another's key, and leave it to the server to say so.
  private static void requirePair(PrivateKey key, PublicKey own) throws GeneralSecurityException {
    String name = own.getAlgorithm();
    Signature signature =
        Signature.getInstance(
            name.equals("RSA") ? "SHA256withRSA" : name.equals("EC") ? "SHA256withECDSA" : name);
    signature.initSign(key);
    signature.update(ANYTHING);
    byte[] signed = signature.sign();
    signature.initVerify(own);
    signature.update(ANYTHING);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("key values mismatch");
    }
  }

  /// Shows nothing, and notes that it was asked: the one sure sign, since a server of TLS 1.3 says
  /// that it wants a certificate only after the handshake, in one of several ways.
  private static final class Nobody extends X509ExtendedKeyManager {
    private final AtomicBoolean asked;

    Nobody(AtomicBoolean asked) {
      this.asked = asked;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      asked.set(true);
      return null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      asked.set(true);
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      return null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }
  }

  /// Shows the one key that there is to whoever asks. The JDK's own would rather show none to a
  /// server that names other authorities, and leave people wondering.
  private static final class OnlyKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final PrivateKey key;
    private final X509Certificate[] chain;
    private final AtomicBoolean asked;

    OnlyKey(PrivateKey key, X509Certificate[] chain, AtomicBoolean asked) {
      this.asked = asked;
      this.key = key;
      this.chain = chain;
    }

    @Override
    public String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      asked.set(true);
      return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      asked.set(true);
      return ALIAS;
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }
  }
}
