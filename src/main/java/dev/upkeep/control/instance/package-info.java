/// One agent per place: the lock, the file that says where the agent listens, and who is at the
/// other end of its socket. It knows nothing of what is said there.
@NullMarked
package dev.upkeep.control.instance;

import org.jspecify.annotations.NullMarked;
