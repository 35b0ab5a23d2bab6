/// One month on one page, from facts that somebody else has collected: as HTML for people, as JSON
/// and CSV for programs. [dev.upkeep.report.Html] is the one place that escapes; the page has no
/// script, loads nothing, and says so to the browser.
///
/// It asks nobody, opens no file and knows no agent.
@NullMarked
package dev.upkeep.report;

import org.jspecify.annotations.NullMarked;
