/// What there is to see of a linked account: values that travel between the agent and those who ask
/// it. They hold neither e-mail nor key, except the one that brings them.
@NullMarked
package dev.upkeep.control.account;

import org.jspecify.annotations.NullMarked;
