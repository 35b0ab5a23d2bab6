/// The window: what people look at, in a process of its own. Views are Java read top to bottom and
/// hold no decision; view models have no controls and are tested without a toolkit; what people
/// read comes from resource bundles, in English and German.
///
/// The core speaks English; [dev.upkeep.window.text.CoreWords] says it in the window's language, by
/// kind.
///
/// It knows the agent by [dev.upkeep.control.AgentApi] alone and touches neither databases, nor
/// secrets, nor the agent's files. Its own geometry and appearance are all that it stores.
/// Everything happens on the window's thread; only [dev.upkeep.window.link.AgentLink] has others,
/// and the timer one on which it waits.
@NullMarked
package dev.upkeep.window;

import org.jspecify.annotations.NullMarked;
