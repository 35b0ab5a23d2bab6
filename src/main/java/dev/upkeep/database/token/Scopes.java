package dev.upkeep.database.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The open brackets, indented blocks and the section around the scanner's position. Brackets need
/// not match.
final class Scopes {
  /// Objects that only group options of the object around them.
  private static final Set<String> PART_OF_PARENT =
      Set.of(
          "socket",
          "headers",
          "options",
          "credentials",
          "connection",
          "auth",
          "authentication",
          "parameters",
          "raw",
          "jsondata",
          "securejsondata",
          "define",
          "putenv",
          "redisconnectioninfo");

  /// @param indent the column of a block's key; -1 for a bracket
  /// @param item whether it is an item of an indented list
  /// @param qualifier what the names in it are about, such as `tls`
  /// @param definition whether it holds a name and its value, as `define('NAME', 'value')`
  private record Open(Scope scope, int indent, boolean item, String qualifier, boolean definition) {
    Open(Scope scope, int indent, boolean item, String qualifier) {
      this(scope, indent, item, qualifier, false);
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private Scope section = Scope.ROOT;

  /// What names in the section are about, such as `tls`.
  private String sectionQualifier = "";

  private int brackets;
  private int lastId;

  Scope current() {
    return open.isEmpty() ? section : open.getFirst().scope;
  }

  /// Whether no bracket is open.
  boolean isRoot() {
    return brackets == 0;
  }

  /// Whether nothing at all is open, indented blocks included.
  boolean isTop() {
    return open.isEmpty();
  }

  /// What the names here are about beside what they say; empty for most.
  String qualifier() {
    return open.isEmpty() ? sectionQualifier : open.getFirst().qualifier;
  }

  /// @param name the key or variable that the bracket is the value of; empty if none
  /// @param function the code right before a bracket
  void open(char bracket, String name, String function) {
    Scope parent = current();
    String label = name.isEmpty() ? function : name;
    boolean sameCall = bracket == '{' && label.isEmpty() && parent.call();
    Scope scope = inner(parent, label, name, function, bracket, sameCall);
    boolean definition = bracket == '(' && function.equals("define");
    Open opened = new Open(scope, -1, false, about(label), definition);
    if (!name.isEmpty() && !function.isEmpty() && VariableName.tells(function)) {
      opened = new Open(opened.scope.told(), -1, false, opened.qualifier);
    }
    open.push(opened);
    brackets++;
  }

  private Scope inner(
      Scope parent, String label, String name, String function, char bracket, boolean samePlace) {
    boolean call = bracket == '(';
    Role role = VariableName.of(label).role();
    boolean list = bracket == '[' && role == Role.PASSWORD && !name.isEmpty();
    boolean part =
        samePlace
            || (!list && PART_OF_PARENT.contains(label.toLowerCase(Locale.ROOT)))
            || (call && CodeWords.isWrapper(label))
            || isPart(function, call)
            || isAboutTls(role)
            || (call && isRoleOfMethod(label));
    if (part) {
      return parent;
    }
    String element = label.isEmpty() ? parent.element() : element(name, role);
    if (label.isEmpty()) {
      return Scope.inside(++lastId, parent, element);
    }
    return Scope.of(++lastId, label, call, parent, element);
  }

  /// Objects of redis-rs that are parts of one connection, whatever they are the values of.
  private static boolean isPart(String function, boolean call) {
    boolean info = Scope.lastSegment(function).equals("RedisConnectionInfo");
    return info || (!call && CodeWords.isPlaceType(function));
  }

  /// Something before the bracket says that what is in it is a Redis.
  void tell() {
    Open last = open.pop();
    open.push(new Open(last.scope.told(), last.indent, last.item, last.qualifier));
  }

  /// The calls and lists that are open.
  Set<Scope> openCalls() {
    Set<Scope> calls = new HashSet<>();
    for (Open one : open) {
      if (one.indent < 0 && (one.scope.call() || !one.scope.element().isEmpty())) {
        calls.add(one.scope);
      }
    }
    return calls;
  }

  /// Whether this is the inside of `define(…)`.
  boolean isDefinition() {
    return !open.isEmpty() && open.getFirst().definition;
  }

  /// `setUsername(`, `redis.DialPassword(`: the value in the brackets belongs outside.
  static boolean isRoleOfMethod(String function) {
    String method = Scope.lastSegment(function);
    String lower = method.toLowerCase(Locale.ROOT);
    if (lower.endsWith("auth")
        || lower.endsWith("authentication")
        || lower.endsWith("credentials")) {
      return false; // one argument or two
    }
    VariableName name = VariableName.of(method);
    boolean said = !method.equals(function) || isSetter(method);
    return switch (name.role()) {
      case TLS -> said;
      // match_hostname_fun( makes something of a host.
      case HOST, PORT, USER, PASSWORD, INDEX ->
          said && (name.detail().isEmpty() || isSetter(method));
      default -> false;
    };
  }

  private static boolean isSetter(String method) {
    return method.startsWith("set") || method.startsWith("with") || method.startsWith("Dial");
  }

  private static String element(String label, Role role) {
    boolean object = VariableName.of(label).detail().endsWith("CONFIG"); // clusterServersConfig
    return switch (role) {
      case HOST, PASSWORD, URL -> object ? "" : label;
      default -> "";
    };
  }

  private String about(String label) {
    Role role = VariableName.of(label).role();
    if (isAboutTls(role)) {
      return label;
    }
    return open.isEmpty() || !label.isEmpty() ? "" : qualifier();
  }

  private static boolean isAboutTls(Role role) {
    return role == Role.TLS || role == Role.CERTIFICATE;
  }

  void close() {
    while (!open.isEmpty()) {
      if (open.pop().indent < 0) {
        brackets--;
        return;
      }
    }
  }

  /// Ends the blocks that a line at this column is not part of.
  void dedent(int column, boolean item) {
    while (!open.isEmpty() && open.getFirst().indent >= 0) {
      Open last = open.getFirst();
      boolean stays = (item && !last.item) ? last.indent <= column : last.indent < column;
      if (stays) {
        return;
      }
      open.pop();
    }
  }

  /// Begins the block of a key at this column.
  void block(int column, String key) {
    Scope parent = current();
    open.push(new Open(inner(parent, key, key, "", ':', false), column, false, about(key)));
  }

  /// Begins an item of an indented list.
  void item(int column) {
    Scope parent = current();
    Scope own = Scope.inside(++lastId, parent, parent.element());
    open.push(new Open(own, column, true, qualifier()));
  }

  /// `[redis]` on a line of its own.
  void section(String title) {
    open.clear();
    brackets = 0;
    boolean tls = isAboutTls(VariableName.of(title).role());
    sectionQualifier = tls ? title : "";
    // [redis.tls] is a part of [redis].
    if (!tls || section.isRoot() || !title.startsWith(section.label() + ".")) {
      section = Scope.of(++lastId, title, false);
    }
  }

  /// `---` on a line of its own: another document.
  void document() {
    open.clear();
    brackets = 0;
    sectionQualifier = "";
    section = Scope.inside(++lastId, Scope.ROOT, "");
  }
}
