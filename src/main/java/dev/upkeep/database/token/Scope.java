package dev.upkeep.database.token;

/// The call, object or command that a value stands in.
///
/// @param label the name of the function, type or key that the bracket belongs to
/// @param call whether it is the argument list of a call
public record Scope(int id, String label, boolean call, boolean telling) {
  public static final Scope ROOT = new Scope(0, "", false, false);

  /// Positional arguments of all calls: a client's `auth("…")` stands outside its constructor.
  public static final Scope CALLS = new Scope(-1, "redis", true, true);

  public static Scope of(int id, String label, boolean call) {
    return new Scope(id, label, call, VariableName.tells(label));
  }
}
