/// What is said during a touch, in either protocol, over a
/// [dev.upkeep.touch.conversation.Transport] that somebody else has opened: PING, write our key,
/// read it back, and what to make of each reply. [dev.upkeep.touch.conversation.Conversation] holds
/// it; what one server does in its own way is remembered in
/// [dev.upkeep.touch.conversation.ServerHabits]. It knows no sockets, and no TLS.
@NullMarked
package dev.upkeep.touch.conversation;

import org.jspecify.annotations.NullMarked;
