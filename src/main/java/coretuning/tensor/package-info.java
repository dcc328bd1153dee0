/// The thin door to the tensor library: engine start-up, device, parameters, gradients, and the few
/// array functions that DJL lacks.
///
/// Holds no networks and no objectives. May import `spec` (which device) and `result` (why not).
/// All functions are to be called on the thread that owns the arrays, the device lane.
@NullMarked
package coretuning.tensor;

import org.jspecify.annotations.NullMarked;
