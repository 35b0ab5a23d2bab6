/// When databases are touched. [dev.upkeep.schedule.NextTouch] holds the arithmetic;
/// [dev.upkeep.schedule.Scheduler] waits by the wall clock, which goes on while a laptop sleeps.
///
/// It knows databases by id only and touches through a function it is given, so it knows no
/// credentials, no network and no protocol. It stores nothing: due times come in at the start, and
/// every change of one is told to its listener.
@NullMarked
package dev.upkeep.schedule;

import org.jspecify.annotations.NullMarked;
