package coretuning.result;

import coretuning.spec.DataFormat;

/// A data set at first sight: what its names and lists say, no image opened.
///
/// @param format it is read as, never [DataFormat#AUTO]
/// @param recognised what was seen, e.g. `100 classes below train/ and test/`; empty if the format
///   was given and does not look like itself
/// @param classes 0 if the images have no labels
/// @param train training images
/// @param validation the set's own validation images
/// @param test test images
public record DataOutline(
    DataFormat format, String recognised, int classes, int train, int validation, int test) {}
