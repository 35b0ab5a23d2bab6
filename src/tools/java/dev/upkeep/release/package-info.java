/// Whether a release can be made, and what it would say: the machines and actions that the
/// workflows lean on, the notes, the licences of what ships, and the names that are still
/// placeholders. It knows files of the sources and nothing of Upkeep's own code.
@NullMarked
package dev.upkeep.release;

import org.jspecify.annotations.NullMarked;
