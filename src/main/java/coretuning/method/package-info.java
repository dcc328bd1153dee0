/// Fine-tuning methods: one file each, composed of the terms of `objective`.
///
/// Holds the contract [coretuning.method.Method], its implementations with what they keep beside
/// the model (start weights, a frozen source network, a key encoder with its queues), and the only
/// switch over [coretuning.spec.MethodSpec]. Holds no optimiser and no loop: a method sees one
/// forward pass and gives back a loss, so it can be tested on six hand-placed points; images before
/// training come through [coretuning.method.TrainingImages]. May import `spec`, `result`, `tensor`,
/// `backbone` and `objective`.
@NullMarked
package coretuning.method;

import org.jspecify.annotations.NullMarked;
