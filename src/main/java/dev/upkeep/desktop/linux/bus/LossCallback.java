package dev.upkeep.desktop.linux.bus;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.connections.IDisconnectCallback;

/// Completes when a connection is lost. dbus-java calls this in the middle of its own clean-up,
/// where disconnecting again would end in a StackOverflowError: nothing may happen here but this.
final class LossCallback implements IDisconnectCallback {
  private final CompletableFuture<Void> loss;

  LossCallback(CompletableFuture<Void> loss) {
    this.loss = loss;
  }

  @Override
  public void disconnectOnError(IOException e) {
    loss.complete(null);
  }

  @Override
  public void clientDisconnect() {
    loss.complete(null);
  }
}
