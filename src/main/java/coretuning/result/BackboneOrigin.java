package coretuning.result;

import coretuning.spec.Pretraining;
import java.util.Optional;

/// The sidecar of a pre-trained backbone's file: where its weights come from and what they are
/// worth.
///
/// @param weightsHash SHA-256 of the backbone's file
/// @param knnBefore top-1 in [0, 1] of the k-NN probe with the fresh random weights; empty where
///   the images have no classes to probe by
/// @param knnAfter the same after pre-training
/// @param probeBank training images whose labels the probe used; pre-training itself used none
/// @param command that repeats the pre-training
public record BackboneOrigin(
    String weightsHash,
    Optional<Double> knnBefore,
    Optional<Double> knnAfter,
    int probeBank,
    String command,
    Provenance provenance,
    Pretraining pretraining) {}
