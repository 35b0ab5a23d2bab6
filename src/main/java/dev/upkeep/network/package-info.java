/// Is this computer online? Answers from the interfaces, the routing table and a few control names,
/// and says "unsure" when it cannot prove either. It knows nothing of databases.
@NullMarked
package dev.upkeep.network;

import org.jspecify.annotations.NullMarked;
