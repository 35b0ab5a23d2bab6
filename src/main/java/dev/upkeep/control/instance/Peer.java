package dev.upkeep.control.instance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/// Who is on the other end, by the word of the system. File modes keep others away already; this
/// holds even where somebody has opened them.
public final class Peer {
  private Peer() {}

  /// Whether the other process runs as this user; true where the system does not tell, as on
  /// Windows.
  public static boolean isUser(SocketChannel channel, UserPrincipal user) throws IOException {
    return !channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
        || channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
  }
}
