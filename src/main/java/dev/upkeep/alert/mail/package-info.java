/// Letters over SMTP, and the only room that knows Angus Mail. It is loaded with the first letter:
/// an agent that sends none has none of it.
@NullMarked
package dev.upkeep.alert.mail;

import org.jspecify.annotations.NullMarked;
