/// What the packaging needs of Java, beyond the scripts in `jpackage/`.
@NullMarked
package dev.upkeep.packaging;

import org.jspecify.annotations.NullMarked;
