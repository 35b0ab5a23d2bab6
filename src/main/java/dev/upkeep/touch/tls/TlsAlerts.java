package dev.upkeep.touch.tls;

/// The alerts of [RFC 8446](https://www.rfc-editor.org/rfc/rfc8446#section-6.2).
final class TlsAlerts {
  private TlsAlerts() {}

  /// Whether a server that sends it is not content with the certificate of a client, or with none.
  static boolean isAboutTheClient(int alert) {
    return (alert >= 42 && alert <= 46) || alert == 48 || alert == 49 || alert == 116;
  }
}
