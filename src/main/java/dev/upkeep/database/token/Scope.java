package dev.upkeep.database.token;

import org.jspecify.annotations.Nullable;

/// The call, object, block, section or command that a value stands in.
///
/// @param label the name of the function, type or key that the bracket belongs to
/// @param call whether it is the argument list of a call
/// @param element what values without a name are, as in `hosts: ["…"]`; empty if nothing says so
/// @param outer the scope around it; null for those that stand in none
public record Scope(
    int id,
    String label,
    boolean call,
    boolean telling,
    boolean foreign,
    String element,
    @Nullable Scope outer) {
  public static final Scope ROOT = new Scope(0, "", false, false, false, "", null);

  /// Positional arguments of all calls: a client's `auth("…")` stands outside its constructor.
  public static final Scope CALLS = new Scope(-1, "redis", true, true, false, "", null);

  /// The name of a function or type without what it belongs to: `auth` for `jedis.auth`.
  public static String lastSegment(String code) {
    int end = code.length();
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(code.charAt(start - 1)) || code.charAt(start - 1) == '_')) {
      start--;
    }
    return code.substring(start, end);
  }

  static char firstOfLastSegment(String code) {
    String last = lastSegment(code);
    return last.isEmpty() ? ' ' : last.charAt(0);
  }

  public static Scope of(int id, String label, boolean call) {
    return of(id, label, call, ROOT, "");
  }

  public static Scope of(int id, String label, boolean call, Scope outer, String element) {
    VariableName name = VariableName.of(label);
    boolean foreign = name.foreign() || (outer.foreign && !name.telling());
    boolean telling = name.telling() || (outer.telling && !foreign);
    return new Scope(id, label, call, telling, foreign, element, outer);
  }

  /// The same place without a label of its own, as for an item of a list.
  public static Scope inside(int id, Scope outer, String element) {
    return new Scope(id, outer.label, outer.call, outer.telling, outer.foreign, element, outer);
  }

  /// Where the values of a list belong: the nearest scope that is no list.
  public Scope home() {
    Scope home = this;
    while (home.outer != null && !home.element.isEmpty()) {
      home = home.outer;
    }
    return home;
  }

  public boolean isRoot() {
    return id == 0;
  }

  /// Whether its label says nothing about what it holds.
  public boolean neutral() {
    return !foreign && VariableName.saysNothing(label);
  }

  /// The same place, told to be Redis.
  public Scope told() {
    return new Scope(id, label, call, true, false, element, outer);
  }

  /// By the id alone: the chain of scopes may be as long as the text.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scope that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "scope " + id;
  }
}
