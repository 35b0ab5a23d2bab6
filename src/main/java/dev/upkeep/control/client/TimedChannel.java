package dev.upkeep.control.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/// A connection on which nothing takes longer than it may; Unix sockets have no timeouts of their
/// own. For one thread, but any may close it.
final class TimedChannel implements ByteChannel {
  private static final Duration AGAIN = Duration.ofMillis(10);

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private long deadline;
  private boolean endless;

  private TimedChannel(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.key = channel.register(selector, 0);
  }

  /// Connects. A queue that is full, because many connect at once, is tried again until the time is
  /// over.
  static TimedChannel connect(Path socket, Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.configureBlocking(false);
        if (channel.connect(UnixDomainSocketAddress.of(socket))) {
          TimedChannel connected = new TimedChannel(channel, Selector.open());
          connected.limit(time);
          return connected;
        }
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      channel.close();
      if (System.nanoTime() - end > 0) {
        throw new SocketTimeoutException();
      }
      pause();
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(AGAIN);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  SocketChannel channel() {
    return channel;
  }

  /// From now on, everything together may take this long.
  void limit(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
    endless = false;
  }

  /// From now on, everything may take for ever.
  void unlimit() {
    endless = true;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int read = channel.read(into);
    while (read == 0 && into.hasRemaining()) {
      await(SelectionKey.OP_READ);
      read = channel.read(into);
    }
    return read;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int written = channel.write(from);
    while (written == 0 && from.hasRemaining()) {
      await(SelectionKey.OP_WRITE);
      written = channel.write(from);
    }
    return written;
  }

  private void await(int operation) throws IOException {
    long left = endless ? 0 : Math.ceilDiv(deadline - System.nanoTime(), 1_000_000);
    if (!endless && left <= 0) {
      throw new SocketTimeoutException();
    }
    try {
      key.interestOps(operation);
      selector.select(left);
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException | CancelledKeyException closed) {
      throw new AsynchronousCloseException();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /// The thread stays interrupted, for whoever can end it.
  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    try (selector) {
      channel.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }
}
