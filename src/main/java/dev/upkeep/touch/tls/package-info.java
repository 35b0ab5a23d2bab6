/// TLS over a connected socket, in one of two ways that nothing above tells apart: the system's
/// OpenSSL 3, called through jffi, and the JDK's JSSE where that is missing.
/// [dev.upkeep.touch.tls.Tls] is the seam, [dev.upkeep.touch.tls.TlsWays] chooses.
///
/// Both verify the host name or address and send SNI, speak TLS 1.2 and 1.3 alone, trust the same
/// authorities, and have no switch to ask for less. It does not know what is said over TLS, nor how
/// a person is told that it failed. The only user of jffi.
@NullMarked
package dev.upkeep.touch.tls;

import org.jspecify.annotations.NullMarked;
