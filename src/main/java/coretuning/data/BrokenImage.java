package coretuning.data;

import coretuning.result.Problem;

/// An image that could not be read and was left out.
///
/// @param index of the sample
/// @param reason what is wrong, in one line
record BrokenImage(int index, String reason) {
  BrokenImage(int index, Problem problem) {
    this(index, problem.what().replaceAll("\\s+", " "));
  }
}
