package dev.upkeep.touch.tls;

import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// There is no TLS with this server. The message is the library's own reason, and foreign text.
public final class TlsException extends SSLException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient @Nullable ServerCertificate certificate;

  TlsException(
      Reason reason,
      String message,
      @Nullable ServerCertificate certificate,
      @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.certificate = certificate;
  }

  TlsException(Reason reason, String message) {
    this(reason, message, null, null);
  }

  /// What went wrong, as far as people act on it in different ways.
  public enum Reason {
    EXPIRED,
    NOT_YET_VALID,
    /// The server's certificate is good, and an authority's between it and a trusted one is not.
    AUTHORITY_EXPIRED,
    OTHER_HOST,
    NOT_FOR_SERVERS,
    SELF_SIGNED,
    UNTRUSTED,
    TOO_WEAK,
    /// Another fault of the certificates; the message says which.
    REJECTED,
    /// The server wants a certificate of ours, or another one.
    WANTS_CLIENT_CERTIFICATE,
    /// The key and the certificate that we were to show cannot be used.
    BAD_IDENTITY,
    /// What came is not TLS.
    NOT_TLS,
    /// No agreement; the message says why.
    PROTOCOL
  }

  public Reason reason() {
    return reason;
  }

  /// The server's certificate, if it has shown one.
  public Optional<ServerCertificate> certificate() {
    return Optional.ofNullable(certificate);
  }
}
