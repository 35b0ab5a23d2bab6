package dev.upkeep.touch.tls;

import java.io.File;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// OpenSSL's contexts: whom to trust, and nothing below TLS 1.2 or security level 2. The one for
/// the system's authorities and the latest one for others are kept.
final class OpenSslContexts {
  private static final int VERIFY_PEER = 1;
  private static final int GET_MIN_PROTOCOL = 130;
  private static final int SET_MIN_PROTOCOL = 123;
  private static final int TLS_1_2 = 0x0303;

  /// 112 bits: RSA from 2,048 on, no SHA-1. OpenSSL's own default was 1 before 3.2.
  private static final int SECURITY_LEVEL = 2;

  private static final long NO_RENEGOTIATION = 1L << 30;

  private final LibSsl lib;
  private final String directory;
  private final ReentrantLock lock = new ReentrantLock();
  private long system;
  private long systemTime;
  private long other;
  private List<byte[]> otherAuthorities = List.of();

  /// @param directory where authorities lie under their hashes, or several joined with colons
  OpenSslContexts(LibSsl lib, String directory) {
    this.lib = lib;
    this.directory = directory;
  }

  /// Makes the one for the system's authorities ahead.
  void prepare() {
    lock.lock();
    try {
      system();
    } catch (TlsException _) {
      // The handshake will meet it too, and says so.
    } finally {
      lock.unlock();
    }
  }

  /// A new SSL, which keeps its context alive by itself.
  long newSsl(Optional<List<byte[]>> authorities) throws TlsException {
    lock.lock();
    try {
      lib.call(lib.errClearError);
      long ssl =
          lib.call(lib.sslNew, authorities.isPresent() ? trusting(authorities.get()) : system());
      if (ssl == 0) {
        throw unusable();
      }
      return ssl;
    } finally {
      lock.unlock();
    }
  }

  private long system() throws TlsException {
    // A lookup that found nothing is not remembered, but an authority that has been removed is.
    long time = timeOfDirectory();
    if (system == 0 || time != systemTime) {
      long context = create();
      long path = lib.copy(directory);
      try {
        if (lib.integer(lib.sslCtxLoadVerifyLocations, context, 0, path) != 1) {
          throw dropped(context);
        }
      } finally {
        lib.free(path);
      }
      drop(system);
      system = context;
      systemTime = time;
    }
    return system;
  }

  private long timeOfDirectory() {
    long time = 0;
    for (String one : directory.split(":", -1)) {
      time = 31 * time + new File(one).lastModified();
    }
    return time;
  }

  private long trusting(List<byte[]> authorities) throws TlsException {
    if (other == 0 || !same(authorities, otherAuthorities)) {
      long context = create();
      long store = lib.call(lib.sslCtxGetCertStore, context);
      for (byte[] authority : authorities) {
        add(store, authority, context);
      }
      drop(other);
      other = context;
      otherAuthorities = authorities;
    }
    return other;
  }

  private void add(long store, byte[] authority, long context) throws TlsException {
    long certificate = OpenSslCertificates.parse(lib, authority);
    try {
      if (certificate == 0 || lib.integer(lib.x509StoreAddCert, store, certificate) != 1) {
        throw dropped(context);
      }
    } finally {
      lib.call(lib.x509Free, certificate);
    }
  }

  private static boolean same(List<byte[]> some, List<byte[]> others) {
    return Arrays.deepEquals(some.toArray(), others.toArray());
  }

  private long create() throws TlsException {
    long context = lib.call(lib.sslCtxNew, lib.call(lib.tlsClientMethod));
    if (context == 0) {
      throw unusable();
    }
    lib.call(lib.sslCtxSetVerify, context, VERIFY_PEER, 0);
    lib.call(lib.sslCtxSetOptions, context, NO_RENEGOTIATION);
    // The distribution's settings count where they ask for more.
    long control = lib.sslCtxCtrl;
    if (lib.integer(control, context, GET_MIN_PROTOCOL, 0, 0) < TLS_1_2
        && lib.integer(control, context, SET_MIN_PROTOCOL, TLS_1_2, 0) != 1) {
      throw dropped(context);
    }
    if (lib.integer(lib.sslCtxGetSecurityLevel, context) < SECURITY_LEVEL) {
      lib.call(lib.sslCtxSetSecurityLevel, context, SECURITY_LEVEL);
    }
    return context;
  }

  private void drop(long context) {
    if (context != 0) {
      lib.call(lib.sslCtxFree, context);
    }
  }

  private TlsException dropped(long context) {
    TlsException failure = unusable();
    drop(context);
    return failure;
  }

  private TlsException unusable() {
    return new TlsException(
        TlsException.Reason.PROTOCOL,
        lib.errorText(),
        null,
        new GeneralSecurityException("OpenSSL gave no context"));
  }
}
