package dev.upkeep.database.paste;

import java.util.Locale;

/// Whether a host, by its name or number alone, is on this computer or in a network of one's own.
final class PrivateHosts {
  private PrivateHosts() {}

  static boolean isPrivate(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.indexOf(':') >= 0) {
      return name.equals("::1")
          || name.startsWith("fc")
          || name.startsWith("fd")
          || name.startsWith("fe8")
          || name.startsWith("fe9")
          || name.startsWith("fea")
          || name.startsWith("feb");
    }
    int[] parts = ipv4(name);
    if (parts.length == 4) {
      return parts[0] == 127
          || parts[0] == 10
          || (parts[0] == 192 && parts[1] == 168)
          || (parts[0] == 172 && parts[1] >= 16 && parts[1] <= 31)
          || (parts[0] == 169 && parts[1] == 254)
          || (parts[0] == 100 && parts[1] >= 64 && parts[1] <= 127);
    }
    return name.indexOf('.') < 0
        || name.endsWith(".localhost")
        || name.endsWith(".local")
        || name.endsWith(".internal")
        || name.endsWith(".lan")
        || name.endsWith(".home.arpa")
        || name.endsWith(".svc");
  }

  /// Empty for what is no IPv4 address.
  private static int[] ipv4(String name) {
    String[] labels = name.split("\\.", -1);
    int[] parts = new int[4];
    if (labels.length != 4) {
      return new int[0];
    }
    for (int i = 0; i < 4; i++) {
      if (labels[i].isEmpty() || labels[i].length() > 3) {
        return new int[0];
      }
      for (int j = 0; j < labels[i].length(); j++) {
        char c = labels[i].charAt(j);
        if (c < '0' || c > '9') {
          return new int[0];
        }
        parts[i] = parts[i] * 10 + (c - '0');
      }
    }
    return parts;
  }
}
