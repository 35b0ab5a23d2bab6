package dev.upkeep.control.client;

import dev.upkeep.control.AgentException;
import dev.upkeep.control.AgentInfo;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.control.OfferedDatabase;
import dev.upkeep.control.Snapshot;
import dev.upkeep.control.UpstashOffer;
import dev.upkeep.control.wire.Message;
import dev.upkeep.database.RemovedDatabase;
import dev.upkeep.touch.Touch;
import dev.upkeep.touch.protocol.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/// Puts answers together that are more than one value of one message.
final class Replies {
  private Replies() {}

  static Snapshot snapshot(ClientLink link) throws AgentException {
    AgentInfo agent = link.next(Message.Begin.class).agent();
    List<DatabaseStatus> databases = new ArrayList<>();
    while (link.next() instanceof Message.Status(var status)) {
      databases.add(status);
    }
    return new Snapshot(agent, databases);
  }

  static List<RemovedDatabase> removed(ClientLink link) throws AgentException {
    List<RemovedDatabase> removed = new ArrayList<>();
    while (link.next() instanceof Message.Waiting(var one)) {
      removed.add(one);
    }
    return List.copyOf(removed);
  }

  /// Tells the rungs as they come.
  static Touch diagnosed(ClientLink link, Diagnosis.Listener listener) throws AgentException {
    Message message = link.next();
    while (message instanceof Message.Step(var step)) {
      listener.step(step);
      message = link.next();
    }
    if (message instanceof Message.Diagnosed(var touch)) {
      return touch;
    }
    throw ClientLink.unexpected();
  }

  static IntegrationStatus outlet(ClientLink link) throws AgentException {
    return link.next(Message.Outlets.class).outlets().stream()
        .findFirst()
        .orElseThrow(ClientLink::unexpected);
  }

  static String text(ClientLink link) throws AgentException {
    StringBuilder text = new StringBuilder();
    Message.Text piece;
    do {
      piece = link.next(Message.Text.class);
      text.append(piece.piece());
    } while (!piece.last());
    return text.toString();
  }

  static UpstashOffer offer(ClientLink link) throws AgentException {
    Message.Offer.Head offer = link.next(Message.Offer.class).offer();
    List<OfferedDatabase> databases = new ArrayList<>();
    while (link.next() instanceof Message.Offered(var database)) {
      databases.add(database);
    }
    return new UpstashOffer(offer.id(), offer.until(), databases, offer.unreadable());
  }
}
