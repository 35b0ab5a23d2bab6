package dev.upkeep.definitions;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where metrics are served. An address and no name: what a name means may change, and looking it
/// up takes time.
public final class MetricsAddress {
  /// What its text looks like, to follow the name of what holds it.
  public static final String EXPECTED =
      "is an address and port such as 127.0.0.1:9464, [::1]:9464, 0.0.0.0:9464 or :9464 (this"
          + " computer alone).";

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-f:.]{2,45})]|([0-9.]{7,15}|localhost|)):([0-9]{1,5})");

  private static final int HIGHEST_PORT = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  private final String host;
  private final InetAddress address;
  private final int port;

  private MetricsAddress(String host, InetAddress address, int port) {
    this.host = host;
    this.address = address;
    this.port = port;
  }

  /// `HOST:PORT`, where HOST is an IP address or `localhost`; without one it is the loopback
  /// address. Port 0 is any that is free.
  ///
  /// @return empty if the text is none
  public static Optional<MetricsAddress> parse(String text) {
    Matcher found = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(found.group(3));
    String host =
        found.group(1) != null
            ? found.group(1)
            : found.group(2).isEmpty() || found.group(2).equals("localhost")
                ? LOOPBACK
                : found.group(2);
    return port > HIGHEST_PORT
        ? Optional.empty()
        : literal(host).map(address -> new MetricsAddress(host, address, port));
  }

  /// Never asks a resolver.
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /// Whether only this computer can ask there.
  public boolean loopback() {
    return address.isLoopbackAddress();
  }

  /// 0 for any that is free.
  public int port() {
    return port;
  }

  /// To be bound.
  public InetSocketAddress socket() {
    return new InetSocketAddress(address, port);
  }

  /// The same address with the port that was free.
  public MetricsAddress onPort(int bound) {
    return new MetricsAddress(host, address, bound);
  }

  /// As [#parse] reads it.
  public String text() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetricsAddress that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
