/// What Upkeep says to people, in every language that it speaks, and in which of them it speaks to
/// whom. What happens inside travels as a [dev.upkeep.language.Sentence], a phrase and what is put
/// into it, and becomes prose where a person reads it: so nobody recognises anything by its words,
/// and a window may speak another language than the agent that it asks. Logs, JSON and files for
/// machines are English.
///
/// A text is one constant in one of the enums of [dev.upkeep.language.Phrase]s, English and German
/// side by side. A language is one file for each of these enums, named `TouchPhrase_fr.properties`
/// and so on, and one line in [dev.upkeep.language.Language]; the window's own files lie beside its
/// classes. `PhrasesTest` says what is missing. It knows nothing of what is spoken about.
@NullMarked
package dev.upkeep.language;

import org.jspecify.annotations.NullMarked;
