/// `upkeep report`: collects a month from the agent, and writes it to a file that only its owner
/// can read. What the page looks like is the business of `report`.
@NullMarked
package dev.upkeep.cli.report;

import org.jspecify.annotations.NullMarked;
