/// How Upkeep writes its log: one line an event to standard error, as text or as JSON, in UTC, and
/// for the agent of a desktop, whose standard error nobody sees, to a file that rotates. The only
/// user of Logback, configured in Java, since XML costs start-up time. Everything else logs through
/// SLF4J and knows nothing of this package.
@NullMarked
package dev.upkeep.log;

import org.jspecify.annotations.NullMarked;
