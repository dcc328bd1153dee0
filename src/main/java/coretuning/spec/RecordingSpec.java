package coretuning.spec;

/// What a run measures and keeps beside its weights.
///
/// @param every a snapshot (embedding, pairs, focal weights, spread) is kept at the start, at the
///   end and every this many epochs, at least 1
/// @param samples test images in the recorded embedding, at least 10 (all of them if fewer)
/// @param neighbours k of the k-NN probe, at least 1 (capped to the training images); 200
/// @param neighbourTemperature temperature of its weighted vote, above 0; 0.1
public record RecordingSpec(int every, int samples, int neighbours, double neighbourTemperature) {

  public RecordingSpec {
    Require.atLeast("snapshot interval", every, 1);
    Require.atLeast("embedding samples", samples, 10);
    Require.atLeast("neighbours", neighbours, 1);
    Require.above("neighbour temperature", neighbourTemperature, 0);
  }

  /// A snapshot every fifth epoch of up to 1000 test images; k-NN as lightly's: k 200, T 0.1.
  public static RecordingSpec defaults() {
    return new RecordingSpec(5, 1000, 200, 0.1);
  }
}
