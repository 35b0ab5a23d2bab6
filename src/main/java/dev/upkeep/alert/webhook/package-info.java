/// What is sent over HTTP to tell somebody: webhooks and heartbeats, each in the form of its
/// service. Bodies and addresses are pure; one class sends them.
@NullMarked
package dev.upkeep.alert.webhook;

import org.jspecify.annotations.NullMarked;
