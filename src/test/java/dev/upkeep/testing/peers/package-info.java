/// Servers of other makers and versions that speak Redis, as `make test-peers` has fetched them,
/// each in a process of its own on 127.0.0.1. What is special about each is in
/// `src/docs/servers.md`.
@NullMarked
package dev.upkeep.testing.peers;

import org.jspecify.annotations.NullMarked;
