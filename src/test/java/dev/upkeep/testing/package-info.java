/// Real and deliberately bad servers for the tests of every package: a real Redis, certificates of
/// all kinds, servers that misbehave on purpose, and a REST API with the vendor's own words.
/// Everything listens on 127.0.0.1 only and ends with its `close()`.
@NullMarked
package dev.upkeep.testing;

import org.jspecify.annotations.NullMarked;
