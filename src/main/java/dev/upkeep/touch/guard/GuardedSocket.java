package dev.upkeep.touch.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/// An open socket as the client library may see it: every reply comes through a [RespGuard].
public final class GuardedSocket extends Socket {
  private final Socket open;
  private final InputStream guarded;

  public GuardedSocket(Socket open) throws IOException {
    this.open = open;
    this.guarded = new RespGuard(open.getInputStream());
  }

  @Override
  public InputStream getInputStream() {
    return guarded;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return open.getOutputStream();
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return open.getSoTimeout();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    open.setSoTimeout(millis);
  }

  @Override
  public boolean isBound() {
    return open.isBound();
  }

  @Override
  public boolean isConnected() {
    return open.isConnected();
  }

  @Override
  public boolean isClosed() {
    return open.isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return open.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return open.isOutputShutdown();
  }

  @Override
  public synchronized void close() throws IOException {
    open.close();
  }
}
