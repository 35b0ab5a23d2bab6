/// Whether to tell, and whom. [dev.upkeep.alert.rule.AlertRule] decides by what it is shown,
/// [dev.upkeep.alert.Outbox] keeps what is to be told until it is, [dev.upkeep.alert.Dispatcher]
/// delivers it over each [dev.upkeep.alert.Channel], of which [dev.upkeep.alert.WebhookChannel] is
/// one and [dev.upkeep.alert.MailChannel] another. [dev.upkeep.alert.rule.HeartbeatRule] decides
/// what a heartbeat says, and each [dev.upkeep.alert.service.WebhookService] what its service is
/// sent. Bodies and addresses are made by pure functions, apart from sending them. Every sink
/// escapes for itself: a database's name, or a server's error, can neither call a whole channel nor
/// pretend to be somebody else's words. It does not know when databases are touched, and nothing it
/// says about a failed delivery holds more of an address than its host.
@NullMarked
package dev.upkeep.alert;

import org.jspecify.annotations.NullMarked;
