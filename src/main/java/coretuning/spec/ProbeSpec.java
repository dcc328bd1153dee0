package coretuning.spec;

/// Probes of a frozen backbone on labelled images, complete.
///
/// @param weights file of the backbone's weights
/// @param data labelled images with a test part
/// @param bank most training images that the probes learn from, at least 2; their cost grows with
///   it
/// @param recording `samples` most test images, and the settings of the k-NN vote
/// @param seed chooses images and order
public record ProbeSpec(
    String weights,
    Architecture architecture,
    DataSpec data,
    int bank,
    RecordingSpec recording,
    DeviceChoice device,
    long seed) {
  public ProbeSpec {
    Require.text("weights", weights);
    Require.atLeast("probe bank", bank, 2);
  }
}
