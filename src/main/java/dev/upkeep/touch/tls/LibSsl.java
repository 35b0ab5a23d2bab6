package dev.upkeep.touch.tls;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.Library;
import com.kenai.jffi.MemoryIO;
import com.kenai.jffi.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The functions of the system's `libssl.so.3` and, through it, of its `libcrypto`.
///
/// Every argument and result is a machine word: smaller ones are passed in the lower half of one,
/// and taken from there. Nothing is ever called back, so that no Java runs below native code.
final class LibSsl {
  /// Exit handlers would free what threads that still read are using.
  private static final long NO_ATEXIT = 0x0008_0000L;

  private final Invoker invoker = Invoker.getInstance();
  private final MemoryIO memory = MemoryIO.getInstance();
  private final CallContext[] contexts = new CallContext[7];
  private final Library library;

  final long asn1TimeDiff;
  final long asn1TimeSet;
  final long bioFree;
  final long bioNew;
  final long bioRead;
  final long bioSMem;
  final long bioWrite;
  final long d2iAutoPrivateKey;
  final long d2iX509;
  final long i2dX509;
  final long errClearError;
  final long errPeekError;
  final long errReasonErrorString;
  final long evpPkeyFree;
  final long opensslSkNum;
  final long opensslSkValue;
  final long sslCheckPrivateKey;
  final long sslCipherStandardName;
  final long sslConnect;
  final long sslCtrl;
  final long sslCtxCtrl;
  final long sslCtxFree;
  final long sslCtxGetCertStore;
  final long sslCtxGetSecurityLevel;
  final long sslCtxLoadVerifyLocations;
  final long sslCtxNew;
  final long sslCtxSetOptions;
  final long sslCtxSetSecurityLevel;
  final long sslCtxSetVerify;
  final long sslFree;
  final long sslGet0Param;
  final long sslGet0VerifiedChain;
  final long sslGetCurrentCipher;
  final long sslGetError;
  final long sslGetVerifyResult;
  final long sslGetVersion;
  final long sslNew;
  final long sslRead;
  final long sslSet1Host;
  final long sslSetBio;
  final long sslSetHostflags;
  final long sslShutdown;
  final long sslUseCertificate;
  final long sslUsePrivateKey;
  final long sslWrite;
  final long tlsClientMethod;
  final long x509Free;
  final long x509Get0NotAfter;
  final long x509Get0NotBefore;
  final long x509GetIssuerName;
  final long x509GetSubjectName;
  final long x509NamePrintEx;
  final long x509StoreAddCert;
  final long x509VerifyCertErrorString;
  final long x509VerifyParamSet1Ip;

  private LibSsl(Library library) {
    this.library = library;
    for (int i = 0; i < contexts.length; i++) {
      Type[] words = new Type[i];
      Arrays.fill(words, Type.SINT64);
      contexts[i] =
          CallContext.getCallContext(Type.SINT64, words, CallingConvention.DEFAULT, false);
    }
    asn1TimeDiff = symbol("ASN1_TIME_diff");
    asn1TimeSet = symbol("ASN1_TIME_set");
    bioFree = symbol("BIO_free");
    bioNew = symbol("BIO_new");
    bioRead = symbol("BIO_read");
    bioSMem = symbol("BIO_s_mem");
    bioWrite = symbol("BIO_write");
    d2iAutoPrivateKey = symbol("d2i_AutoPrivateKey");
    d2iX509 = symbol("d2i_X509");
    i2dX509 = symbol("i2d_X509");
    errClearError = symbol("ERR_clear_error");
    errPeekError = symbol("ERR_peek_error");
    errReasonErrorString = symbol("ERR_reason_error_string");
    evpPkeyFree = symbol("EVP_PKEY_free");
    opensslSkNum = symbol("OPENSSL_sk_num");
    opensslSkValue = symbol("OPENSSL_sk_value");
    sslCheckPrivateKey = symbol("SSL_check_private_key");
    sslCipherStandardName = symbol("SSL_CIPHER_standard_name");
    sslConnect = symbol("SSL_connect");
    sslCtrl = symbol("SSL_ctrl");
    sslCtxCtrl = symbol("SSL_CTX_ctrl");
    sslCtxFree = symbol("SSL_CTX_free");
    sslCtxGetCertStore = symbol("SSL_CTX_get_cert_store");
    sslCtxGetSecurityLevel = symbol("SSL_CTX_get_security_level");
    sslCtxLoadVerifyLocations = symbol("SSL_CTX_load_verify_locations");
    sslCtxNew = symbol("SSL_CTX_new");
    sslCtxSetOptions = symbol("SSL_CTX_set_options");
    sslCtxSetSecurityLevel = symbol("SSL_CTX_set_security_level");
    sslCtxSetVerify = symbol("SSL_CTX_set_verify");
    sslFree = symbol("SSL_free");
    sslGet0Param = symbol("SSL_get0_param");
    sslGet0VerifiedChain = symbol("SSL_get0_verified_chain");
    sslGetCurrentCipher = symbol("SSL_get_current_cipher");
    sslGetError = symbol("SSL_get_error");
    sslGetVerifyResult = symbol("SSL_get_verify_result");
    sslGetVersion = symbol("SSL_get_version");
    sslNew = symbol("SSL_new");
    sslRead = symbol("SSL_read");
    sslSet1Host = symbol("SSL_set1_host");
    sslSetBio = symbol("SSL_set_bio");
    sslSetHostflags = symbol("SSL_set_hostflags");
    sslShutdown = symbol("SSL_shutdown");
    sslUseCertificate = symbol("SSL_use_certificate");
    sslUsePrivateKey = symbol("SSL_use_PrivateKey");
    sslWrite = symbol("SSL_write");
    tlsClientMethod = symbol("TLS_client_method");
    x509Free = symbol("X509_free");
    x509Get0NotAfter = symbol("X509_get0_notAfter");
    x509Get0NotBefore = symbol("X509_get0_notBefore");
    x509GetIssuerName = symbol("X509_get_issuer_name");
    x509GetSubjectName = symbol("X509_get_subject_name");
    x509NamePrintEx = symbol("X509_NAME_print_ex");
    x509StoreAddCert = symbol("X509_STORE_add_cert");
    x509VerifyCertErrorString = symbol("X509_verify_cert_error_string");
    x509VerifyParamSet1Ip = symbol("X509_VERIFY_PARAM_set1_ip");
  }

  /// Loads the library.
  ///
  /// @throws UnsatisfiedLinkError if it, or what calls it, is not there or not usable
  static LibSsl load(String file) {
    if (System.getProperty("jffi.unsafe.disabled") == null) {
      // Its other way to memory is one that Java warns about.
      System.setProperty("jffi.unsafe.disabled", "true");
    }
    Library library = Library.getCachedInstance(file, Library.LAZY);
    if (library == null) {
      throw new UnsatisfiedLinkError(Library.getLastError());
    }
    LibSsl ssl = new LibSsl(library);
    if (ssl.integer(ssl.symbol("OPENSSL_init_ssl"), NO_ATEXIT, 0) != 1) {
      throw new UnsatisfiedLinkError(file + " cannot be initialised");
    }
    return ssl;
  }

  /// As `OpenSSL 3.0.19 27 Jan 2026`.
  String version() {
    return string(call(symbol("OpenSSL_version"), 0));
  }

  /// The address of a function.
  ///
  /// @throws UnsatisfiedLinkError if this library has none
  private long symbol(String name) {
    long address = library.getSymbolAddress(name);
    if (address == 0) {
      throw new UnsatisfiedLinkError("no " + name);
    }
    return address;
  }

  long call(long function) {
    return invoker.invokeL0NoErrno(contexts[0], function);
  }

  long call(long function, long a) {
    return invoker.invokeL1NoErrno(contexts[1], function, a);
  }

  long call(long function, long a, long b) {
    return invoker.invokeL2NoErrno(contexts[2], function, a, b);
  }

  long call(long function, long a, long b, long c) {
    return invoker.invokeL3NoErrno(contexts[3], function, a, b, c);
  }

  long call(long function, long a, long b, long c, long d) {
    return invoker.invokeL4NoErrno(contexts[4], function, a, b, c, d);
  }

  /// For functions whose result is an `int`.
  int integer(long function, long a) {
    return (int) call(function, a);
  }

  int integer(long function, long a, long b) {
    return (int) call(function, a, b);
  }

  int integer(long function, long a, long b, long c) {
    return (int) call(function, a, b, c);
  }

  int integer(long function, long a, long b, long c, long d) {
    return (int) call(function, a, b, c, d);
  }

  /// Memory outside the heap, to be freed.
  long allocate(int bytes) {
    long address = memory.allocateMemory(bytes, false);
    if (address == 0) {
      throw new IllegalStateException("the C library has no memory left");
    }
    return address;
  }

  void free(long address) {
    memory.freeMemory(address);
  }

  void put(long address, byte[] bytes, int offset, int length) {
    memory.putByteArray(address, bytes, offset, length);
  }

  void get(long address, byte[] bytes, int offset, int length) {
    memory.getByteArray(address, bytes, offset, length);
  }

  int getInt(long address) {
    return memory.getInt(address);
  }

  void putLong(long address, long value) {
    memory.putLong(address, value);
  }

  /// A copy of a string of C; empty for a null pointer.
  String string(long address) {
    return address == 0
        ? ""
        : new String(memory.getZeroTerminatedByteArray(address), StandardCharsets.UTF_8);
  }

  /// A copy outside the heap, to be freed.
  long copy(byte[] bytes) {
    long address = allocate(bytes.length);
    put(address, bytes, 0, bytes.length);
    return address;
  }

  /// A copy as a string of C, to be freed.
  long copy(String text) {
    return copy((text + '\0').getBytes(StandardCharsets.UTF_8));
  }

  /// The oldest entry of this thread's error queue in words. Only in one stretch with the call that
  /// failed: a virtual thread that waits may go on in another thread of the system.
  String errorText() {
    return string(call(errReasonErrorString, call(errPeekError)));
  }
}
