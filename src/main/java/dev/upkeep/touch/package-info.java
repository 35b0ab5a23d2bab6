/// One visit to one database: connect, authenticate, one round trip of verified data traffic,
/// close. Every way that this can go wrong is a [dev.upkeep.touch.FailureKind] with advice.
///
/// How a touch is written for scripts, the same in every export and log, is
/// [dev.upkeep.touch.TouchForm].
///
/// A server is never trusted: what it announces is checked before the client library sees it, a
/// deadline ends what it drags out, and its texts leave this package only without secrets and
/// control characters. The only user of Jedis. It does not know when touches are due, nor who is
/// told about them.
@NullMarked
package dev.upkeep.touch;

import org.jspecify.annotations.NullMarked;
