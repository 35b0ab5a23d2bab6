/// What is known of newer versions of Upkeep: where its releases are listed, which is the newest,
/// and which of two versions is newer. It asks once when it is told to, sends nothing but the
/// program's name, and downloads nothing.
@NullMarked
package dev.upkeep.news;

import org.jspecify.annotations.NullMarked;
