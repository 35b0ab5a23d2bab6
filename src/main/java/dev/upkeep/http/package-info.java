/// One small HTTP client: a timeout for the whole exchange, bounded bodies, redirects never
/// followed, plain HTTP only to this computer. [dev.upkeep.http.WatchedTrust] judges servers and
/// keeps their certificates, also for TLS that is not HTTP. It knows no service and keeps no
/// secret.
@NullMarked
package dev.upkeep.http;

import org.jspecify.annotations.NullMarked;
