package dev.upkeep.touch.tls;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// A socket over another one, which answers for it what is not about the bytes.
abstract class LayeredSocket extends Socket {
  private final Socket below;

  LayeredSocket(Socket below) {
    this.below = below;
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return below.getSoTimeout();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    below.setSoTimeout(millis);
  }

  @Override
  public InetAddress getInetAddress() {
    return below.getInetAddress();
  }

  @Override
  public int getPort() {
    return below.getPort();
  }

  @Override
  public boolean isBound() {
    return below.isBound();
  }

  @Override
  public boolean isConnected() {
    return below.isConnected();
  }

  @Override
  public boolean isClosed() {
    return below.isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return below.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return below.isOutputShutdown();
  }
}
