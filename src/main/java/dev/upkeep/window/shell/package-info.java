/// The frame around the pages: tabs, headline, banner, toasts, keys and theme. It knows the pages
/// by their places only.
@NullMarked
package dev.upkeep.window.shell;

import org.jspecify.annotations.NullMarked;
