/// Finds databases in whatever a person pastes. [dev.upkeep.database.paste.ConnectionText] is its
/// door; it is pure and never guesses.
@NullMarked
package dev.upkeep.database.paste;

import org.jspecify.annotations.NullMarked;
