/// The commands about a linked account: link it, see it, forget it. Each asks the agent and says
/// what came of it; the key goes to the agent and nowhere else.
@NullMarked
package dev.upkeep.cli.account;

import org.jspecify.annotations.NullMarked;
