package dev.upkeep.touch.conversation;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hash slots of a Redis Cluster
/// ([specification](https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/)):
/// which a key belongs to, and which a node owns.
final class ClusterSlots {
  static final int COUNT = 16_384;

  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final int SLOTS_BEGIN = 8;

  private ClusterSlots() {}

  /// The node that was asked.
  ///
  /// @param owned its slots, or those of its master
  record Node(boolean replica, BitSet owned) {}

  /// The slot of a key: of what stands between its first braces, or else of the whole.
  static int of(String key) {
    int open = key.indexOf('{');
    int close = key.indexOf('}', open + 1);
    String hashed = open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
    return crc16(hashed.getBytes(StandardCharsets.UTF_8)) % COUNT;
  }

  /// Whether something put behind the key decides about its slot.
  static boolean canBeTagged(String key) {
    int open = key.indexOf('{');
    return open < 0;
  }

  /// The shortest suffix, a hash tag, that puts a key into one of these slots.
  static Optional<String> suffixInto(BitSet slots) {
    for (int n = 0; n < 40 * COUNT; n++) {
      String tag = Integer.toString(n, Character.MAX_RADIX);
      if (slots.get(of(tag))) {
        return Optional.of("{" + tag + "}");
      }
    }
    return Optional.empty();
  }

  /// Reads the answer to `CLUSTER NODES`; empty if it is none.
  static Optional<Node> myself(String nodes) {
    for (String line : nodes.lines().toList()) {
      String[] parts = line.split(" ", -1);
      if (parts.length >= SLOTS_BEGIN && ("," + parts[2] + ",").contains(",myself,")) {
        boolean replica = parts[2].contains("slave") || parts[2].contains("replica");
        BitSet owned = replica ? slotsOf(parts[3], nodes) : slotsIn(parts);
        return owned.isEmpty() ? Optional.empty() : Optional.of(new Node(replica, owned));
      }
    }
    return Optional.empty();
  }

  private static BitSet slotsOf(String id, String nodes) {
    for (String line : nodes.lines().toList()) {
      String[] parts = line.split(" ", -1);
      if (parts.length >= SLOTS_BEGIN && parts[0].equals(id)) {
        return slotsIn(parts);
      }
    }
    return new BitSet();
  }

  /// Those that move just now, `[93-<-id]`, are left out.
  private static BitSet slotsIn(String[] parts) {
    BitSet slots = new BitSet(COUNT);
    for (int i = SLOTS_BEGIN; i < parts.length; i++) {
      Matcher range = RANGE.matcher(parts[i]);
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first <= last && last < COUNT) {
          slots.set(first, last + 1);
        }
      }
    }
    return slots;
  }

  /// CRC-16/XMODEM, as the specification has it.
  private static int crc16(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1 & 0xFFFF;
      }
    }
    return crc;
  }
}
