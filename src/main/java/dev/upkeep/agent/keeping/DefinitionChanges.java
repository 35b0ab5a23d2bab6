package dev.upkeep.agent.keeping;

/// Whatever happens to definitions because somebody asked for it.
public record DefinitionChanges(
    Additions additions,
    Edits edits,
    Removals removals,
    SecretCount secrets,
    Diagnoses diagnoses,
    UpstashImport upstash) {}
