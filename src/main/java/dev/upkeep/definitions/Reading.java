package dev.upkeep.definitions;

import dev.upkeep.language.Sentence;
import java.util.List;

/// What could be read.
///
/// @param problems what could not, each a sentence that says what to do; what they speak of stays
///   in the file until somebody corrects it
public record Reading(Definitions definitions, List<Sentence> problems) {}
