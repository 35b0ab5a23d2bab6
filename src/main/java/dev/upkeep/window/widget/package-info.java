/// The small controls that several pages share. They know nothing of databases.
@NullMarked
package dev.upkeep.window.widget;

import org.jspecify.annotations.NullMarked;
