/// The dataset doctor: looks through a data set before a run does.
///
/// Holds the scan, the search for copies and the report's making. Holds no reader and no decoder of
/// its own: a run reads just what the doctor reads. May import `spec`, `result`, `data`,
/// `data.format` and `data.image`.
@NullMarked
package coretuning.data.doctor;

import org.jspecify.annotations.NullMarked;
