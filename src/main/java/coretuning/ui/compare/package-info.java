/// The runs on display side by side: curves, maps of their embeddings, confusions.
///
/// Holds the views "Training", "Embeddings" and "Confusion" and their models. Holds no numbers of
/// its own: all come from the runs. May import `result`, `figure`, `ui.support` and `ui.plot`; no
/// other feature.
@NullMarked
package coretuning.ui.compare;

import org.jspecify.annotations.NullMarked;
