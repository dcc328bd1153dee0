/// Dialogs that look into data sets, files of weights and the training pipeline before a run.
///
/// Holds the two doctors' dialogs and the preview: view models without controls, the code behind
/// their FXML files, and the pictures they show. Reads nothing itself: that is `job`'s. May import
/// `spec`, `result`, `report`, `figure`, `job`, `ui.support`, `ui.plot`; no other feature.
@NullMarked
package coretuning.ui.data;

import org.jspecify.annotations.NullMarked;
