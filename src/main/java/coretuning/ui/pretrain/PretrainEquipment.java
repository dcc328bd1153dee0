package coretuning.ui.pretrain;

import coretuning.job.AugmentedViews;
import coretuning.job.Job;
import coretuning.spec.DataSpec;
import coretuning.spec.Pretraining;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What the view works with besides what all views share. Functions that read files are called
/// beside the JavaFX thread.
///
/// @param images that the form begins with
/// @param training makes the job that pre-trains
/// @param views draws images with two views each, by a number that changes with each draw
public record PretrainEquipment(
    DataSpec images,
    Function<Pretraining, Job> training,
    BiFunction<Pretraining, Long, List<AugmentedViews.Pair>> views) {}
