/// The vendor's own services, beside the databases: its public status page
/// ([dev.upkeep.upstash.StatusPage]). Asked rarely and only when there is a reason, never relied
/// on: an answer that is late, changed or cannot be understood is no answer. Getting text stands
/// apart from understanding it. What comes from there is foreign text, and leaves this package
/// short, on one line and without invisible characters. It does not know who is told.
@NullMarked
package dev.upkeep.upstash;

import org.jspecify.annotations.NullMarked;
