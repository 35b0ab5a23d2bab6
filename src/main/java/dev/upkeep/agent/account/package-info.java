/// The linked account: where its key rests ([dev.upkeep.agent.account.AccountPlace]), when it is
/// looked at and what is made of that ([dev.upkeep.agent.account.AccountLooks]), and what people
/// can ask of it ([dev.upkeep.agent.account.AccountDesk]). What follows from a look is decided by
/// `upstash.account`; what is remembered is kept in one step with the notices that tell it.
///
/// Without a link it asks nobody anything. It never sees a database's secret but in the moment in
/// which a person, or their choice when linking, has that database added.
@NullMarked
package dev.upkeep.agent.account;

import org.jspecify.annotations.NullMarked;
