/// What an operating system can offer, as interfaces and values, with the little that the
/// mechanisms share. The packages below hold one class for each mechanism; who needs one is given
/// it, and cannot tell which system it runs on.
@NullMarked
package dev.upkeep.desktop;

import org.jspecify.annotations.NullMarked;
