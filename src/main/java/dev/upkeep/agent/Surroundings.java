package dev.upkeep.agent;

import dev.upkeep.agent.account.AccountDesk;
import dev.upkeep.agent.desktop.LoginSwitch;
import dev.upkeep.agent.desktop.WindowOpener;
import java.util.Optional;

/// What the agent is asked about that is not its databases.
///
/// @param window empty where there is nobody to see it
record Surroundings(
    LoginSwitch loginSwitch,
    SecretCheck secretCheck,
    Integrations integrations,
    MetricsSwitch metrics,
    AccountDesk account,
    Optional<WindowOpener> window) {}
