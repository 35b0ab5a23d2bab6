/// Upkeep keeps free-tier Upstash Redis databases alive. [dev.upkeep.Main] picks what to run.
@NullMarked
package dev.upkeep;

import org.jspecify.annotations.NullMarked;
