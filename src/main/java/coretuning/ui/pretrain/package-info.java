/// Contrastive pre-training in the window: its form, its curves, and what the MoCHi paper shows of
/// hard negatives.
///
/// Holds view models (plain state, no controls) and the code behind `pretrain.fxml` and
/// `pretrain_form.fxml`. Holds no training and no drawing: those are `job` and `figure`. May import
/// what every feature may; no other feature.
@NullMarked
package coretuning.ui.pretrain;

import org.jspecify.annotations.NullMarked;
