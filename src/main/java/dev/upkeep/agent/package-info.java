/// The keeper: a small process that owns definitions, history, secrets and schedule, and does what
/// it is asked through [dev.upkeep.control.AgentApi]. One thread, named `agent`, owns all mutable
/// state; touches run on threads of their own and their results are posted to it.
///
/// On a desktop it also shows itself: [dev.upkeep.agent.desktop.DesktopSide] holds tray, notices
/// and what the system tells of sleep and network, [dev.upkeep.agent.desktop.TrayPresenter] decides
/// what the tray shows, and [dev.upkeep.agent.Alerts] whom to tell what. None of them can stop the
/// touching. What leaves this computer to tell somebody is [dev.upkeep.agent.OutboundServices].
///
/// [dev.upkeep.agent.ConfiguredDatabases] is for those who touch once without an agent.
///
/// Where that is wanted, [dev.upkeep.agent.metrics.MetricsServer] serves metrics and health over
/// HTTP, and [dev.upkeep.agent.metrics.MetricsPage] alone knows the Prometheus client; where it is
/// not, [dev.upkeep.agent.MetricsSwitch] loads neither.
///
/// [dev.upkeep.agent.AgentMain] chooses what belongs to this run, and [dev.upkeep.agent.Core] puts
/// it together: the one place that says `new` for services, and the order in which they start and
/// end.
@NullMarked
package dev.upkeep.agent;

import org.jspecify.annotations.NullMarked;
