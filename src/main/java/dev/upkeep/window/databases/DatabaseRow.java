package dev.upkeep.window.databases;

import dev.upkeep.control.Mark;
import dev.upkeep.database.Margin;
import java.util.Optional;
import java.util.UUID;

/// What is said of one database in the overview. A value: equal rows need not be drawn again.
///
/// @param address where it is, without who runs it
/// @param host where it is and who runs it
/// @param safe until when
/// @param share what is left of the window, from 0 to 1
/// @param left the same as time
/// @param last how the last touch went; if it went wrong, what to do
/// @param trouble whether it went wrong
/// @param full whether nobody can write to it any more
/// @param tags all of them, in one text
/// @param running whether it is being touched
public record DatabaseRow(
    UUID id,
    Mark mark,
    String name,
    String address,
    String host,
    String safe,
    Margin.Level level,
    Optional<Double> share,
    String left,
    String last,
    boolean trouble,
    String next,
    boolean running,
    boolean paused,
    boolean full,
    String tags,
    String spoken) {}
