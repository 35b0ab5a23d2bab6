package dev.upkeep.touch;

import dev.upkeep.database.Database;
import dev.upkeep.database.Secret;
import java.util.Optional;

/// Whom to visit, with what, and in whose name.
///
/// @param secret the password or token; empty for a database without one
/// @param label who we are in the stamp; see [Stamp#isLabel]
/// @param before what is known of the touches before
/// @param asksServer whether the server is to be asked what it is, besides
public record TouchRequest(
    Database database,
    Optional<Secret> secret,
    String label,
    TouchesBefore before,
    boolean asksServer) {

  /// One that asks for nothing besides.
  public TouchRequest(
      Database database, Optional<Secret> secret, String label, TouchesBefore before) {
    this(database, secret, label, before, false);
  }

  /// The first touch that anybody knows of.
  public TouchRequest(Database database, Optional<Secret> secret, String label) {
    this(database, secret, label, TouchesBefore.NONE);
  }
}
