package dev.upkeep.network;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Asks the JDK's sockets. When the system does not answer a question, the answer is the one that
/// proves nothing.
final class SocketUplink implements Uplink {
  /// Public name servers of three operators, which also accept TCP on port 443.
  private static final List<InetSocketAddress> PUBLIC =
      Stream.of("1.1.1.1", "8.8.8.8", "9.9.9.9", "2606:4700:4700::1111", "2001:4860:4860::8888")
          .map(literal -> new InetSocketAddress(InetAddress.ofLiteral(literal), 443))
          .toList();

  @Override
  public boolean hasInterface() {
    try {
      return NetworkInterface.networkInterfaces().anyMatch(SocketUplink::isUsable);
    } catch (SocketException e) {
      return true;
    }
  }

  private static boolean isUsable(NetworkInterface networkInterface) {
    try {
      return networkInterface.isUp()
          && !networkInterface.isLoopback()
          && networkInterface
              .inetAddresses()
              .anyMatch(it -> !it.isLinkLocalAddress() && !it.isLoopbackAddress());
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public boolean hasRoute() {
    return PUBLIC.stream().anyMatch(SocketUplink::isRouted);
  }

  /// Connecting a datagram socket sends no packet: the kernel only picks the route and the address
  /// to send from, and fails when there is none.
  private static boolean isRouted(InetSocketAddress address) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(address);
      return true;
    } catch (IOException | UnsupportedAddressTypeException e) {
      return false; // the second: IPv6 in a JVM that was told to do without
    }
  }

  @Override
  public boolean connects(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try (Selector selector = Selector.open()) {
      try {
        for (InetSocketAddress address : PUBLIC) {
          if (begin(selector, address)) {
            return true;
          }
        }
        return await(selector, deadline);
      } finally {
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean begin(Selector selector, InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      if (channel.connect(address)) {
        channel.close();
        return true;
      }
      channel.register(selector, SelectionKey.OP_CONNECT);
    } catch (IOException | UnsupportedAddressTypeException unreachable) {
      channel.close();
    }
    return false;
  }

  private static boolean await(Selector selector, long deadline) throws IOException {
    while (!selector.keys().isEmpty()) {
      long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (millis <= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      selector.select(millis);
      for (SelectionKey key : selector.selectedKeys()) {
        if (finishes(key)) {
          return true;
        }
      }
      selector.selectedKeys().clear();
      selector.selectNow(); // drops the keys that were cancelled
    }
    return false;
  }

  /// A refusal proves nothing: a firewall in this very computer may have sent it.
  private static boolean finishes(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      return channel.finishConnect();
    } catch (IOException refused) {
      channel.close();
      return false;
    }
  }
}
