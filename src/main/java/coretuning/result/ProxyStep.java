package coretuning.result;

import java.util.Optional;

/// What one batch of contrastive pre-training tells of its proxy task.
///
/// @param queries of the first direction
/// @param found queries that rank their own key above every key of the queue
/// @param foundAmongAll queries that rank it above the synthetic negatives too; as many without
///   synthesis
/// @param look a few batches of an epoch have one
public record ProxyStep(int queries, int found, int foundAmongAll, Optional<ProxyLook> look) {}
