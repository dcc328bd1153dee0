/// The table of stored runs: look again, compare, go on.
///
/// Holds the view and its state. Holds no reading of files: stored runs come in as functions and
/// are shown by replaying their events. May import `result`, `job` and `ui.support`; no other
/// feature.
@NullMarked
package coretuning.ui.runs;

import org.jspecify.annotations.NullMarked;
