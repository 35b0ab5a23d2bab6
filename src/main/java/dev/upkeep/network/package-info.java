/// Is this computer online? Answers from the interfaces, the routing table and a few control names,
/// and says "unsure" when it cannot prove either. Whoever needs a name's addresses asks
/// [dev.upkeep.network.NameLookup], which waits no longer than it is told to; a public name that
/// somebody leads astray to this computer is none ([dev.upkeep.network.LocalNames]). It knows
/// nothing of databases.
@NullMarked
package dev.upkeep.network;

import org.jspecify.annotations.NullMarked;
