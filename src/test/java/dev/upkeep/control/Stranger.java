package dev.upkeep.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// Runs as another user, stands alone, connects to the socket, asks for the settings and prints
/// what happens.
final class Stranger {
  private Stranger() {}

  public static void main(String[] args) {
    StringBuilder out = new StringBuilder("started ");
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(args[0]));
      out.append("connected ");
      ByteBuffer request =
          ByteBuffer.wrap(
              "{\"request\":\"hello\",\"version\":2}\n{\"request\":\"settings\"}\n"
                  .getBytes(StandardCharsets.UTF_8));
      try {
        channel.write(request);
      } catch (IOException cutOffAlready) {
        out.append("cut off ");
      }
      ByteBuffer answer = ByteBuffer.allocate(65536);
      try {
        while (channel.read(answer) > 0) {
          // Goes on until the end.
        }
      } catch (IOException reset) {
        out.append("reset ");
      }
      out.append(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      out.append(e);
    }
    System.out.println(out);
  }
}
