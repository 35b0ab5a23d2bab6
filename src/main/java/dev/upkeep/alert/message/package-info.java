/// The sentences of alerts, digests and news of a provider. Pure: what happened goes in, a text
/// comes out.
@NullMarked
package dev.upkeep.alert.message;

import org.jspecify.annotations.NullMarked;
