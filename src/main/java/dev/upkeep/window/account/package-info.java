/// The page that offers the databases of an Upstash account. The key that it asks for is never
/// kept.
@NullMarked
package dev.upkeep.window.account;

import org.jspecify.annotations.NullMarked;
