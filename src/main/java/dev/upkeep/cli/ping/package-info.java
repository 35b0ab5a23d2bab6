/// `ping`: touches now, with an agent or without one. What it needs to start fast stays free of the
/// agent's classes.
@NullMarked
package dev.upkeep.cli.ping;

import org.jspecify.annotations.NullMarked;
