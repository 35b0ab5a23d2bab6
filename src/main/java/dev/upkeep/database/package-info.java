/// What is kept alive. A [dev.upkeep.database.Database] is an [dev.upkeep.database.Endpoint] with
/// the provider's rules and the user's wishes; [dev.upkeep.database.paste.ConnectionText] finds
/// them in whatever a person pastes; [dev.upkeep.database.DatabaseRules] says what a definition
/// must keep to, and [dev.upkeep.database.Margin] how long it is still safe.
///
/// Credentials travel as [dev.upkeep.database.Secret], never inside the other types, so that a
/// definition can be printed, stored and compared without a second thought. Nothing here opens a
/// connection, reads a file or knows the time.
@NullMarked
package dev.upkeep.database;

import org.jspecify.annotations.NullMarked;
