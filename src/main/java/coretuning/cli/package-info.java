/// The command line: words -> jobs, events -> lines, outcome -> exit code.
///
/// Holds options, progress and tables on the terminal. Holds no work of its own: each command
/// builds a job and shows what it says. May import `spec`, `result`, `store`, `report`, `figure`,
/// `job`. Exit codes: 0 done, 1 failed or stopped, 2 wrong usage.
@NullMarked
package coretuning.cli;

import org.jspecify.annotations.NullMarked;
