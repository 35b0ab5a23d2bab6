package dev.upkeep.http;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rejects what is weaker than 112 bits, as OpenSSL does at security level 2 and the JDK does not:
/// RSA below 2,048 bits, and signatures with SHA-1.
final class Strength extends PKIXCertPathChecker {
  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 224;

  static boolean suffices(PublicKey key) {
    if (key instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength() >= RSA_BITS;
    }
    if (key instanceof DSAKey dsa) {
      return dsa.getParams() != null && dsa.getParams().getP().bitLength() >= RSA_BITS;
    }
    return !(key instanceof ECKey ec)
        || ec.getParams().getCurve().getField().getFieldSize() >= EC_BITS;
  }

  private static boolean suffices(X509Certificate certificate) {
    String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (name.contains("PSS")) {
      return isStrongPss(certificate);
    }
    return !name.contains("SHA1") && !name.contains("MD5") && !name.contains("MD2");
  }

  private static boolean isStrongPss(X509Certificate certificate) {
    byte[] parameters = certificate.getSigAlgParams();
    if (parameters == null) {
      return false;
    }
    try {
      var read = AlgorithmParameters.getInstance("RSASSA-PSS");
      read.init(parameters);
      return !read.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm().equals("SHA-1");
    } catch (GeneralSecurityException | IOException damaged) {
      return false;
    }
  }

  @Override
  public void init(boolean forward) {}

  @Override
  public boolean isForwardCheckingSupported() {
    return false;
  }

  @Override
  public @Nullable Set<String> getSupportedExtensions() {
    return null;
  }

  @Override
  public void check(Certificate certificate, Collection<String> unresolved)
      throws CertPathValidatorException {
    if (!suffices(certificate.getPublicKey())) {
      throw new CertPathValidatorException("the key of a certificate is too weak");
    }
    if (certificate instanceof X509Certificate x509 && !suffices(x509)) {
      throw new CertPathValidatorException("the signature of a certificate is too weak");
    }
  }
}
