/// The commands that only tell: `list`, `status`, `history`, `drill`. They ask once and print.
@NullMarked
package dev.upkeep.cli.status;

import org.jspecify.annotations.NullMarked;
