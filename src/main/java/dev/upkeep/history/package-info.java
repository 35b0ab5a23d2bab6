/// What happened: every touch, every change of health, and the sums of each day, in one SQLite
/// file. [dev.upkeep.history.store.History] is the door; [dev.upkeep.history.Uptime] says what the
/// figures mean.
///
/// History serves the touching and never stands in its way: a damaged file is set aside, and while
/// a disk is full or a folder read-only, what happens is kept in memory. The only user of
/// `java.sql`. It does not know what a database is called, when it is due next, or whom to tell;
/// what people were told, what is still to be told, and who else was seen to touch a database, it
/// keeps for whoever decides that.
@NullMarked
package dev.upkeep.history;

import org.jspecify.annotations.NullMarked;
