/// The form in which an experiment is described, and the buttons that start, pause and stop it.
///
/// Holds view models of the form (plain state, no controls) and the code behind `experiment.fxml`.
/// Checks nothing by itself: every rule is that of the records in `spec`, whose messages are shown
/// beside the field. May import `spec`, `result`, `job`, `ui.support`, `ui.form`; no other feature.
@NullMarked
package coretuning.ui.experiment;

import org.jspecify.annotations.NullMarked;
