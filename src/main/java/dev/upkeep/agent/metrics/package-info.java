/// Metrics and health over HTTP, loaded only where they are wanted, and the only user of the
/// Prometheus client. It reads a snapshot and can change nothing.
@NullMarked
package dev.upkeep.agent.metrics;

import org.jspecify.annotations.NullMarked;
