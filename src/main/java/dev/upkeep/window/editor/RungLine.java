package dev.upkeep.window.editor;

import dev.upkeep.touch.protocol.Diagnosis;

/// One rung of the ladder as it is shown.
///
/// @param time how long it took; empty where it was not reached
/// @param detail what was seen, or why it failed; may be empty
/// @param spoken all of it, for those who do not see it
record RungLine(Diagnosis.Result result, String name, String time, String detail, String spoken) {}
