/// Real and deliberately bad servers for the tests of every package: a real Redis, certificates of
/// all kinds, servers that misbehave on purpose, a REST API with the vendor's own words, a real
/// desktop with a panel and notifications on a screen that nobody sees, and a real keyring on a bus
/// of its own. Everything listens on 127.0.0.1 or in a folder that only we may enter, and ends with
/// its `close()`.
@NullMarked
package dev.upkeep.testing;

import org.jspecify.annotations.NullMarked;
