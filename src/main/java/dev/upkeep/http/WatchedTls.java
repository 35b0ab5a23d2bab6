package dev.upkeep.http;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// TLS as the JDK does it, telling a stopwatch when it begins and ends: `java.net.http` has no
/// other place to ask.
final class WatchedTls extends SSLContext {
  WatchedTls(SSLContext real, Stopwatch stopwatch) {
    super(new Spi(real, stopwatch), real.getProvider(), real.getProtocol());
  }

  private static final class Spi extends SSLContextSpi {
    private final SSLContext real;
    private final Stopwatch stopwatch;

    Spi(SSLContext real, Stopwatch stopwatch) {
      this.real = real;
      this.stopwatch = stopwatch;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      SSLEngine engine = real.createSSLEngine(host, port);
      stopwatch.connecting();
      return new WatchedEngine(engine, host, port, stopwatch);
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return real.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return real.getSupportedSSLParameters();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return real.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return real.getClientSessionContext();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
      throw new UnsupportedOperationException("initialised already");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw new UnsupportedOperationException("without a host name nothing can be verified");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw new UnsupportedOperationException("only engines are watched");
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw new UnsupportedOperationException("only engines are watched");
    }
  }
}
