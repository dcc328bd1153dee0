package coretuning.ui.compare;

import java.util.OptionalDouble;

/// The moment of training under the pointer, the same in every pane.
///
/// @param epoch counted from 1; fractions do not occur
/// @param step where the pointer is over a curve of steps; empty over one of epochs
record Pointed(double epoch, OptionalDouble step) {}
