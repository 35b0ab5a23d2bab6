package dev.upkeep.touch.tls;

import dev.upkeep.touch.tls.TlsException.Reason;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// One TLS connection in OpenSSL's hands, between two buffers of its own: what came from the wire
/// is put into one, what is to go there is taken from the other. It waits for nothing.
///
/// Any thread may call. Each call holds the lock for one stretch of native code in which nothing
/// waits, so that no handle is used after it was freed, and that errors are read where they were
/// left: OpenSSL keeps them by threads of the system, and a virtual thread changes those.
final class OpenSslSession {
  static final int CHUNK = 8192;

  /// Nothing could be read before more comes from the wire.
  static final int STARVED = 0;

  static final int CLOSED = -1;

  private static final int ERROR_WANT_READ = 2;
  private static final int ERROR_ZERO_RETURN = 6;
  private static final long SET_SERVER_NAME = 55;
  private static final long ADD_CHAIN_CERTIFICATE = 89;

  /// The common name never stands for the host's ([RFC
  /// 9525](https://www.rfc-editor.org/rfc/rfc9525#section-6.3)).
  private static final long NEVER_CHECK_SUBJECT = 0x20;

  private static final long NO_PARTIAL_WILDCARDS = 0x4;

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final LibSsl lib;
  private final OpenSslCertificates certificates;
  private final ReentrantLock lock = new ReentrantLock();
  private final long ssl;
  private final long fromWire;
  private final long toWire;
  private final long buffer;
  private boolean freed;
  private boolean broken;
  private boolean established;

  private OpenSslSession(LibSsl lib, OpenSslCertificates certificates, long ssl) {
    this.lib = lib;
    this.certificates = certificates;
    this.ssl = ssl;
    long memoryBio = lib.call(lib.bioSMem);
    fromWire = lib.call(lib.bioNew, memoryBio);
    toWire = lib.call(lib.bioNew, memoryBio);
    buffer = lib.allocate(CHUNK);
    // From here on they belong to the SSL.
    lib.call(lib.sslSetBio, ssl, fromWire, toWire);
    OPEN.incrementAndGet();
  }

  /// A client's end that has said nothing yet.
  ///
  /// @param ssl belongs to the session from now on
  static OpenSslSession begin(
      LibSsl lib, OpenSslCertificates certificates, long ssl, OpenSslName name, TlsPeer peer)
      throws TlsException {
    OpenSslSession session = new OpenSslSession(lib, certificates, ssl);
    try {
      session.expect(name);
      if (peer.identity().isPresent()) {
        session.show(peer.identity().get());
      }
      return session;
    } catch (TlsException | RuntimeException e) {
      session.free();
      throw e;
    }
  }

  /// How many are not freed.
  static int open() {
    return OPEN.get();
  }

  private void expect(OpenSslName name) throws TlsException {
    lib.call(lib.errClearError);
    lib.call(lib.sslSetHostflags, ssl, NEVER_CHECK_SUBJECT | NO_PARTIAL_WILDCARDS);
    boolean known;
    if (name.address() != null) {
      known = expectAddress(name.address());
    } else {
      long text = lib.copy(name.text());
      try {
        known =
            lib.integer(lib.sslSet1Host, ssl, text) == 1
                && lib.integer(lib.sslCtrl, ssl, SET_SERVER_NAME, 0, text) == 1;
      } finally {
        lib.free(text);
      }
    }
    if (!known) {
      throw new TlsException(Reason.PROTOCOL, "a host that no certificate can name");
    }
  }

  private boolean expectAddress(InetAddress address) {
    byte[] bytes = address.getAddress();
    long copy = lib.copy(bytes);
    try {
      long parameters = lib.call(lib.sslGet0Param, ssl);
      return lib.integer(lib.x509VerifyParamSet1Ip, parameters, copy, bytes.length) == 1;
    } finally {
      lib.free(copy);
    }
  }

  private void show(ClientIdentity identity) throws TlsException {
    lib.call(lib.errClearError);
    boolean first = true;
    for (byte[] der : identity.chain()) {
      long certificate = OpenSslCertificates.parse(lib, der);
      try {
        boolean taken =
            certificate != 0
                && (first
                        ? lib.integer(lib.sslUseCertificate, ssl, certificate)
                        : lib.integer(lib.sslCtrl, ssl, ADD_CHAIN_CERTIFICATE, 1, certificate))
                    == 1;
        if (!taken) {
          throw badIdentity();
        }
      } finally {
        lib.call(lib.x509Free, certificate);
      }
      first = false;
    }
    // Not from PEM: with a passphrase on it, OpenSSL would ask the terminal.
    long key = OpenSslCertificates.parse(lib, lib.d2iAutoPrivateKey, identity.key());
    try {
      if (key == 0
          || lib.integer(lib.sslUsePrivateKey, ssl, key) != 1
          || lib.integer(lib.sslCheckPrivateKey, ssl) != 1) {
        throw badIdentity();
      }
    } finally {
      lib.call(lib.evpPkeyFree, key);
    }
  }

  private TlsException badIdentity() {
    return new TlsException(Reason.BAD_IDENTITY, lib.errorText());
  }

  /// Goes on with the handshake.
  ///
  /// @return whether it is done; if not, more must come from the wire
  boolean handshake() throws TlsException, SocketException {
    lock();
    try {
      lib.call(lib.errClearError);
      int result = lib.integer(lib.sslConnect, ssl);
      if (result == 1) {
        established = true;
        return true;
      }
      if (lib.integer(lib.sslGetError, ssl, result) == ERROR_WANT_READ) {
        return false;
      }
      throw failure();
    } finally {
      lock.unlock();
    }
  }

  /// Reads what the server said.
  ///
  /// @return the number of bytes, [#STARVED], or [#CLOSED] once it said that it is done
  int read(byte[] bytes, int offset, int length) throws TlsException, SocketException {
    lock();
    try {
      lib.call(lib.errClearError);
      int count = lib.integer(lib.sslRead, ssl, buffer, Math.min(length, CHUNK));
      if (count > 0) {
        lib.get(buffer, bytes, offset, count);
        return count;
      }
      int error = lib.integer(lib.sslGetError, ssl, count);
      if (error == ERROR_WANT_READ) {
        return STARVED;
      }
      if (error == ERROR_ZERO_RETURN) {
        return CLOSED;
      }
      throw failure();
    } finally {
      lock.unlock();
    }
  }

  /// Says something to the server, all of it.
  void write(byte[] bytes, int offset, int length) throws TlsException, SocketException {
    lock();
    try {
      for (int done = 0; done < length; ) {
        int part = Math.min(CHUNK, length - done);
        lib.put(buffer, bytes, offset + done, part);
        lib.call(lib.errClearError);
        if (lib.integer(lib.sslWrite, ssl, buffer, part) != part) {
          throw failure();
        }
        done += part;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Takes what came from the wire, at most [#CHUNK] bytes.
  void received(byte[] bytes, int length) throws SocketException {
    lock();
    try {
      lib.put(buffer, bytes, 0, length);
      if (lib.integer(lib.bioWrite, fromWire, buffer, length) != length) {
        throw new SocketException("no memory for what was received");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Gives what is to go to the wire next, at most [#CHUNK] bytes.
  ///
  /// @return how many; 0 if there is nothing
  int toSend(byte[] bytes) throws SocketException {
    lock();
    try {
      int count = Math.max(0, lib.integer(lib.bioRead, toWire, buffer, CHUNK));
      lib.get(buffer, bytes, 0, count);
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// Says that nothing more will be said; not after a failure, when OpenSSL has said so already.
  void end() throws SocketException {
    lock();
    try {
      if (established && !broken) {
        lib.call(lib.errClearError);
        lib.call(lib.sslShutdown, ssl);
        lib.call(lib.errClearError);
      }
    } finally {
      lock.unlock();
    }
  }

  /// As `TLSv1.3`.
  String protocol() throws SocketException {
    lock();
    try {
      return lib.string(lib.call(lib.sslGetVersion, ssl));
    } finally {
      lock.unlock();
    }
  }

  /// As `TLS_AES_256_GCM_SHA384`.
  String cipher() throws SocketException {
    lock();
    try {
      return lib.string(
          lib.call(lib.sslCipherStandardName, lib.call(lib.sslGetCurrentCipher, ssl)));
    } finally {
      lock.unlock();
    }
  }

  /// The certificate of a server that was accepted, with the names that it is for.
  ServerCertificate named(ServerCertificate shown) {
    lock.lock();
    try {
      return freed ? shown : certificates.named(ssl).orElse(shown);
    } finally {
      lock.unlock();
    }
  }

  /// The certificate of a server that was accepted.
  ServerCertificate certificate() throws SocketException, TlsException {
    lock();
    try {
      return certificates
          .leaf(ssl)
          .orElseThrow(() -> new TlsException(Reason.PROTOCOL, "the server has no certificate"));
    } finally {
      lock.unlock();
    }
  }

  /// Gives everything back, once; afterwards every call but this one throws.
  void free() {
    lock.lock();
    try {
      if (!freed) {
        freed = true;
        lib.call(lib.sslFree, ssl);
        lib.free(buffer);
        OPEN.decrementAndGet();
      }
    } finally {
      lock.unlock();
    }
  }

  private void lock() throws SocketException {
    lock.lock();
    if (freed) {
      lock.unlock();
      throw new SocketException("Socket closed");
    }
  }

  /// Why the latest call failed. In one stretch with it.
  private TlsException failure() {
    broken = true;
    long code = lib.call(lib.errPeekError);
    String text = lib.string(lib.call(lib.errReasonErrorString, code));
    lib.call(lib.errClearError);
    int verdict = (int) lib.call(lib.sslGetVerifyResult, ssl);
    String judgement = lib.string(lib.call(lib.x509VerifyCertErrorString, verdict));
    return OpenSslReasons.of(code, text, verdict, judgement, certificates.named(ssl).orElse(null));
  }
}
