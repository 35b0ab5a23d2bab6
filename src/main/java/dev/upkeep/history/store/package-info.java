/// The history's file: its tables, how it is opened, guarded and set aside.
/// [dev.upkeep.history.store.History] is its door, and the only user of SQLite lives here.
@NullMarked
package dev.upkeep.history.store;

import org.jspecify.annotations.NullMarked;
