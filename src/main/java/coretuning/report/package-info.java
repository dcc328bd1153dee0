/// Results as text for papers, notebooks and terminals.
///
/// Holds the comparison of methods as Markdown, CSV, LaTeX and plain text, and the statistics over
/// seeds that it needs. Holds no drawing (that is `figure`) and no reading of runs: results come in
/// as records. May import `spec`, `result` and `file`.
@NullMarked
package coretuning.report;

import org.jspecify.annotations.NullMarked;
