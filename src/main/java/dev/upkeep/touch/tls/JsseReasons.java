package dev.upkeep.touch.tls;

import dev.upkeep.http.WatchedTrust;
import dev.upkeep.touch.tls.TlsException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in our words what JSSE objected to.
public final class JsseReasons {
  private JsseReasons() {}

  /// The reason: an [EOFException] if the connection ended, else a [TlsException].
  ///
  /// @param e as JSSE threw it
  /// @param asked whether the server wanted to know who we are
  static IOException of(IOException e, WatchedTrust trust, boolean asked) {
    TlsException told = reason(e, trust);
    if (asked && told.reason() == Reason.PROTOCOL) {
      return new TlsException(
          Reason.WANTS_CLIENT_CERTIFICATE, rootMessage(e), told.certificate().orElse(null), e);
    }
    return hasCause(e, EOFException.class)
        ? (IOException) new EOFException("the connection ended").initCause(e)
        : told;
  }

  /// Whether the connection was lost because we have closed it ourselves, as a deadline does. JSSE
  /// closes the socket at any failure, so that it is told by the words alone.
  static boolean isOurDoing(IOException e) {
    return messages(e).contains("socket closed");
  }

  /// The reason of a handshake that failed.
  public static TlsException reason(IOException e, WatchedTrust trust) {
    ServerCertificate shown =
        trust.chain().stream().findFirst().map(ServerCertificate::of).orElse(null);
    return new TlsException(judge(e, trust.chain(), shown), rootMessage(e), shown, e);
  }

  private static Reason judge(
      IOException e, List<X509Certificate> chain, @Nullable ServerCertificate shown) {
    String text = messages(e);
    boolean judged =
        hasCause(e, CertificateException.class) || hasCause(e, CertPathValidatorException.class);
    if (shown == null || !judged) {
      return protocol(text);
    }
    Instant now = Instant.now();
    if (hasCause(e, CertificateExpiredException.class)) {
      return shown.notAfter().isBefore(now) ? Reason.EXPIRED : Reason.AUTHORITY_EXPIRED;
    }
    if (hasCause(e, CertificateNotYetValidException.class)) {
      return shown.notBefore().isAfter(now) ? Reason.NOT_YET_VALID : Reason.REJECTED;
    }
    if (text.contains("no subject alternative") || text.contains("no name matching")) {
      return Reason.OTHER_HOST;
    }
    if (text.contains("too weak")) {
      return Reason.TOO_WEAK;
    }
    if (text.contains("extended key usage")) {
      return Reason.NOT_FOR_SERVERS;
    }
    if (isSelfSigned(chain)) {
      return Reason.SELF_SIGNED;
    }
    if (text.contains("unable to find valid certification path")
        || text.contains("path does not chain")) {
      return Reason.UNTRUSTED;
    }
    return Reason.REJECTED;
  }

  /// Whether the server sent nothing but a certificate that vouches for itself.
  private static boolean isSelfSigned(List<X509Certificate> chain) {
    X509Certificate leaf = chain.getFirst();
    return chain.size() == 1
        && leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal());
  }

  private static Reason protocol(String text) {
    if (text.contains("unrecognized ssl message")) {
      return Reason.NOT_TLS;
    }
    boolean aboutUs =
        text.contains("fatal alert: ")
            && (text.contains("certificate")
                || text.contains("fatal alert: unknown_ca")
                || text.contains("fatal alert: access_denied"));
    return aboutUs ? Reason.WANTS_CLIENT_CERTIFICATE : Reason.PROTOCOL;
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      all.append(text(t)).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      root = t;
    }
    return text(root);
  }

  private static String text(@Nullable Throwable t) {
    String message = t == null ? null : t.getMessage();
    return message == null ? "no reason given" : message;
  }
}
