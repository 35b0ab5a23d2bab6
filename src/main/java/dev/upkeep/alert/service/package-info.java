/// What services that people read make of a message: one class for each service, which recognises
/// its addresses, makes the whole request and understands the answer, and
/// [dev.upkeep.alert.service.WebhookServices], where each has one line. Pure, apart from sending
/// and from what is told: so the settings can name the services. Every class escapes for its own
/// service, and keeps its own limits.
@NullMarked
package dev.upkeep.alert.service;

import org.jspecify.annotations.NullMarked;
