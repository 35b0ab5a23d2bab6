/// The command line: one class a command, arguments in, lines and an exit code out. Commands hold
/// no state and decide nothing about databases; they ask, and put the answer into words or JSON.
///
/// What is defined belongs to the agent, which [dev.upkeep.cli.console.AgentAccess] brings;
/// commands cannot tell a running one from its core in this process. `ping` and `doctor` of a
/// database that nobody defined, and `ping` of those in a file, touch by themselves, since they
/// must work where nothing else runs, as in what `deploy` writes. The manual page and the
/// completions are made from what the commands say about themselves. The only user of picocli,
/// which [dev.upkeep.cli.PlainPing] does without.
@NullMarked
package dev.upkeep.cli;

import org.jspecify.annotations.NullMarked;
