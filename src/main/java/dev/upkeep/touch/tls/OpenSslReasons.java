package dev.upkeep.touch.tls;

import dev.upkeep.touch.tls.TlsException.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says in our words what OpenSSL objected to.
final class OpenSslReasons {
  private static final int SSL_LIBRARY = 20;
  private static final int CERTIFICATE_VERIFY_FAILED = 134;
  private static final int ALERTS = 1000;
  private static final int HANDSHAKE_FAILURE = 40;

  private OpenSslReasons() {}

  /// @param code of the error queue
  /// @param verdict `X509_V_…` of the server's certificates
  /// @param judgement the verdict in OpenSSL's words
  static TlsException of(
      long code,
      String text,
      int verdict,
      String judgement,
      @Nullable ServerCertificate certificate) {
    int reason = (int) (code & 0x7F_FFFF);
    if ((code >> 23 & 0xFF) != SSL_LIBRARY) {
      return new TlsException(Reason.PROTOCOL, said(text), certificate, null);
    }
    if (reason == CERTIFICATE_VERIFY_FAILED) {
      return new TlsException(verdict(verdict, certificate), said(judgement), certificate, null);
    }
    // Once the server's certificate has come, there is nothing else left to fail over.
    boolean failed = reason == ALERTS + HANDSHAKE_FAILURE && certificate != null;
    boolean aboutUs = failed || (reason > ALERTS && TlsAlerts.isAboutTheClient(reason - ALERTS));
    return new TlsException(
        aboutUs ? Reason.WANTS_CLIENT_CERTIFICATE : Reason.PROTOCOL, said(text), certificate, null);
  }

  /// By the numbers of
  /// [X509_STORE_CTX_get_error(3)](https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/).
  private static Reason verdict(int verdict, @Nullable ServerCertificate certificate) {
    return switch (verdict) {
      case 2, 19, 20, 21 -> Reason.UNTRUSTED;
      case 18 -> Reason.SELF_SIGNED;
      case 9 -> Reason.NOT_YET_VALID;
      case 10 ->
          certificate != null && certificate.notAfter().isAfter(Instant.now())
              ? Reason.AUTHORITY_EXPIRED
              : Reason.EXPIRED;
      case 26 -> Reason.NOT_FOR_SERVERS;
      case 62, 64 -> Reason.OTHER_HOST;
      case 66, 67, 68 -> Reason.TOO_WEAK;
      default -> Reason.REJECTED;
    };
  }

  private static String said(String text) {
    return text.isEmpty() ? "no reason given" : text;
  }
}
