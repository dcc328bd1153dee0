/// Fine-tuning methods: one file each, composed of the terms of `objective`.
///
/// Holds the contract [coretuning.method.Method], its implementations and the only switch over
/// [coretuning.spec.MethodSpec]. Holds no backbone, no optimiser and no loop: a method sees pooled
/// features and gives back a loss, so it can be tested on six hand-placed points. May import
/// `spec`, `result`, `tensor`, `backbone` and `objective`.
@NullMarked
package coretuning.method;

import org.jspecify.annotations.NullMarked;
