package dev.upkeep.control;

/// How many secrets a home has, and where: counted by what was written down when they were stored,
/// so that other homes' entries in the same keychain are not among them.
///
/// @param inKeychain entries in the system's keychain
/// @param inFile entries in the file under a passphrase
/// @param owed entries of removed databases that could not be deleted yet; it is tried again
/// @param orphans entries to which no database, webhook or heartbeat leads
public record SecretInventory(int inKeychain, int inFile, int owed, int orphans) {}
