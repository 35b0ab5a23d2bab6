/// Is this computer online? Answers from the interfaces, the routing table and a few control names,
/// and says "unsure" when it cannot prove either. Whoever needs a name's addresses asks
/// [dev.upkeep.network.NameLookup], which waits no longer than it is told to. It knows nothing of
/// databases.
@NullMarked
package dev.upkeep.network;

import org.jspecify.annotations.NullMarked;

