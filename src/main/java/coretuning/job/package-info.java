/// What a user can ask for: one class per thing, run one after another on the device lane.
///
/// Holds the queue, the jobs (fine-tune, compare, pre-train ...) and what the views need of the
/// data. Emits immutable [coretuning.result.RunEvent]s to one listener; knows neither window nor
/// terminal. May import everything but `report`, `figure`, `cli` and `ui`.
@NullMarked
package coretuning.job;

import org.jspecify.annotations.NullMarked;
