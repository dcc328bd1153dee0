package coretuning.ui.experiment;

import coretuning.ui.support.RecentPaths;

/// What the form offers about data and weights beyond their paths.
///
/// @param recentData data sets chosen before
/// @param recentWeights weights chosen before
/// @param checkData opens the data doctor's dialog on the form's data set
/// @param checkWeights opens the checkpoint doctor's dialog on the form's weights
/// @param preview opens the preview of the form's pipeline
public record Inspection(
    RecentPaths recentData,
    RecentPaths recentWeights,
    Runnable checkData,
    Runnable checkWeights,
    Runnable preview) {}
