/// The vendor's own services. [dev.upkeep.upstash.DeveloperApi] lists the databases of an account
/// and tells what was counted of them, as its
/// [documentation](https://upstash.com/docs/devops/developer-api) describes it, and nothing else: a
/// key that may do more than read could also create, change and delete. What follows from looking
/// again and again is in `upstash.account`. [dev.upkeep.upstash.StatusPage] says how the whole is
/// doing, where that can be understood; it is never relied on.
///
/// It knows neither the user's definitions nor where credentials are stored, keeps nothing between
/// two calls, and reads an answer as text from a stranger: bounded, field by field, names cleaned.
@NullMarked
package dev.upkeep.upstash;

import org.jspecify.annotations.NullMarked;
