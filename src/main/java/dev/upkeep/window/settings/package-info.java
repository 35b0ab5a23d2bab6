/// The page of settings, each saved when it is changed. Addresses of webhook and heartbeat go in
/// and never come back.
@NullMarked
package dev.upkeep.window.settings;

import org.jspecify.annotations.NullMarked;
