package dev.upkeep.touch.conversation;

import dev.upkeep.touch.Stamp;
import java.util.List;

/// Whether replies to commands that went together can be in the order of the commands: some servers
/// carry the commands out at the same time, and answer first what is done first.
final class ReplyOrder {
  private ReplyOrder() {}

  /// @param replies to PING, perhaps SET, and GET
  static boolean isPlausible(List<Reply> replies, Stamp ours) {
    Reply ping = replies.getFirst();
    Reply get = replies.getLast();
    if (!isText(ping, "PONG")
        && (!(ping instanceof Reply.Refusal)
            || replies.stream().skip(1).anyMatch(reply -> isText(reply, "PONG")))) {
      return false;
    }
    if (isText(get, "OK") || isText(get, "PONG")) {
      return false;
    }
    // What SET replaced cannot be what it wrote, when the read after it does not show that.
    return replies.size() < 3 || !isText(replies.get(1), ours.text()) || isText(get, ours.text());
  }

  private static boolean isText(Reply reply, String value) {
    return reply instanceof Reply.Text text && text.value().equals(value);
  }
}
