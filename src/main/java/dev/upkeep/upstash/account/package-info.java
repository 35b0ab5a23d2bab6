/// What follows from looking at an account again and again, as pure rules: whether the provider
/// counts touches ([dev.upkeep.upstash.account.CountRule]), how near a quota is
/// ([dev.upkeep.upstash.account.QuotaRule]), which databases are new, gone or not active
/// ([dev.upkeep.upstash.account.LookRule]), and what of it people know already
/// ([dev.upkeep.upstash.account.AccountMemory]).
///
/// It asks nobody, holds no clock, and knows neither where the memory is kept nor the words in
/// which news are told.
@NullMarked
package dev.upkeep.upstash.account;

import org.jspecify.annotations.NullMarked;
