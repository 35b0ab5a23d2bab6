/// Tests of the documents.
@NullMarked
package dev.upkeep.docs;

import org.jspecify.annotations.NullMarked;
