/// The page of databases: rows, margins, recent touches. Its models decide, its views only show.
@NullMarked
package dev.upkeep.window.databases;

import org.jspecify.annotations.NullMarked;
