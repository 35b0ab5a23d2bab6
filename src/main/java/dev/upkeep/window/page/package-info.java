/// What every page is given: places to go to, toasts, time and appearance. It knows no page.
@NullMarked
package dev.upkeep.window.page;

import org.jspecify.annotations.NullMarked;
