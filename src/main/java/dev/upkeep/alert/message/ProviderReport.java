package dev.upkeep.alert.message;

/// What a provider says of its own service.
///
/// @param provider for people
/// @param text foreign, but one line without invisible characters, and short
public record ProviderReport(String provider, String text) {}
