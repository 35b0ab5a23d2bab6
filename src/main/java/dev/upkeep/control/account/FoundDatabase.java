package dev.upkeep.control.account;

/// A database of a linked account that nobody keeps. Names and words are foreign text.
///
/// @param id the account's own
/// @param host with a port where that is needed
/// @param state the provider's word; may be empty
/// @param free whether it is known to be on the free plan
/// @param ignored whether a person wants to hear nothing of it
public record FoundDatabase(
    String id, String name, String host, String state, boolean free, boolean ignored) {}
