package dev.upkeep.touch.tls;

import dev.upkeep.network.NameLookup;
import java.net.IDN;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A host as certificates name it: an address, or an ASCII name.
///
/// @param address null for a name
record OpenSslName(@Nullable InetAddress address, String text) {

  /// Understands a host.
  ///
  /// @throws TlsException if no certificate can name it
  static OpenSslName of(String host) throws TlsException {
    // What is surely a name is not asked whether it is an address.
    if (host.indexOf(':') >= 0 || (!host.isEmpty() && isDigit(host.charAt(host.length() - 1)))) {
      InetAddress literal = NameLookup.literal(host).orElse(null);
      if (literal != null) {
        return new OpenSslName(literal, host);
      }
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!isAscii(name)) {
      try {
        name = IDN.toASCII(name);
      } catch (IllegalArgumentException e) {
        throw new TlsException(
            TlsException.Reason.PROTOCOL, "a host that no certificate can name", null, e);
      }
    }
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new TlsException(TlsException.Reason.PROTOCOL, "a host that no certificate can name");
    }
    return new OpenSslName(null, name);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
