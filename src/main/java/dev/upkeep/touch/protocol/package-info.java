/// How a touch is made over Redis and over REST, with its deadline, its guard and its retries.
/// [dev.upkeep.touch.protocol.Touchers] makes what others ask for; the only user of Jedis lives
/// here.
@NullMarked
package dev.upkeep.touch.protocol;

import org.jspecify.annotations.NullMarked;
