/// What every view needs: the way to the JavaFX thread, the runs on display, the running job and
/// the status line.
///
/// Holds view models without controls, the loader of FXML files and the images of samples. Holds no
/// view of its own and no drawing of figures. May import `spec`, `result` and `job`; the only
/// `Platform.runLater` of the program is [coretuning.ui.support.FxThread#later].
@NullMarked
package coretuning.ui.support;

import org.jspecify.annotations.NullMarked;
