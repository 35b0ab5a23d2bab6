/// Where credentials rest. A [dev.upkeep.secret.SecretStore] is the system's keychain or a file
/// under a passphrase; a [dev.upkeep.secret.SecretReference] names an environment variable or a
/// file that somebody else fills. Plain text is never written, and [dev.upkeep.secret.SecretStores]
/// never falls back to it.
///
/// A stored secret carries the [dev.upkeep.database.Place] that it was given for and is given out
/// for no other. What a home knows of its entries is in its [dev.upkeep.secret.SecretLedger]: in
/// which store each is, and which are still to be removed.
///
/// Stores block and are slow; [dev.upkeep.secret.Secrets] asks them in the background and
/// remembers. A prompt is raised by its `unlock` alone, which a person asks for. Nothing here knows
/// what a secret opens, and no message of this package holds one.
@NullMarked
package dev.upkeep.secret;

import org.jspecify.annotations.NullMarked;
