package dev.upkeep.database.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/// The open brackets around the scanner's position. Brackets need not match.
final class Scopes {
  /// Objects that only group options of the object around them.
  private static final Set<String> PART_OF_PARENT =
      Set.of("socket", "headers", "tls", "ssl", "options", "credentials", "connection", "auth");

  private final Deque<Scope> open = new ArrayDeque<>();
  private int lastId;

  Scope current() {
    return open.isEmpty() ? Scope.ROOT : open.getFirst();
  }

  boolean isRoot() {
    return open.isEmpty();
  }

  void open(char bracket, String label) {
    Scope parent = current();
    boolean sameCall = bracket == '{' && label.isEmpty() && parent.call();
    if (sameCall || PART_OF_PARENT.contains(label.toLowerCase(Locale.ROOT))) {
      open.push(parent);
    } else if (label.isEmpty()) {
      open.push(new Scope(++lastId, parent.label(), parent.call(), parent.telling()));
    } else {
      open.push(Scope.of(++lastId, label, bracket == '('));
    }
  }

  void close() {
    open.pollFirst();
  }
}
