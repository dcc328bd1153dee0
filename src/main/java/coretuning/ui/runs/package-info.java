/// The table of stored runs: look again, compare, go on.
///
/// Holds the view and its state. Stored runs are shown by replaying their events. Holds no reading
/// of files: that is `store`. May import `result`, `store`, `job` and `ui.support`; no other
/// feature.
@NullMarked
package coretuning.ui.runs;

import org.jspecify.annotations.NullMarked;
