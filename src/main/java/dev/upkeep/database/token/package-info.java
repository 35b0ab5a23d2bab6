/// Cuts a pasted text into words, quotes, assignments and scopes, and says which of them are roles
/// of a connection. It knows no form of any library.
@NullMarked
package dev.upkeep.database.token;

import org.jspecify.annotations.NullMarked;
