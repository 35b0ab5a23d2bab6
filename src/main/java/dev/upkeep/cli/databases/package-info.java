/// The commands that change which databases are kept. Each asks the agent and says what came of it.
@NullMarked
package dev.upkeep.cli.databases;

import org.jspecify.annotations.NullMarked;
