/// What the user set: databases and settings, in one JSON file that is replaced atomically.
/// [dev.upkeep.definitions.Definitions] is one state of them, with a revision;
/// [dev.upkeep.definitions.DefinitionsFile] keeps it, and gets it back from a damaged file.
///
/// No secret is ever read from here or written: a definition says at most where one is. What
/// another version or a person wrote and this one does not understand stays in the file. It does
/// not know what the definitions are used for.
@NullMarked
package dev.upkeep.definitions;

import org.jspecify.annotations.NullMarked;
